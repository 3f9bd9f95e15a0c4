import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { groundQuery } from '../api/boards'
import type { Schemas } from '../api/client'
import type { Point } from '../api/types'

export type TileSource = Schemas['TileSource']

/** Stations and the source of tiles; `isPending`: not yet known. */
export const useGround = () => useQuery(groundQuery())

const none: readonly Point[] = []
const noStations: Schemas['MapStation'][] = []

/** The stations of the district; none while they are read. */
export const useStations = () => useGround().data?.stations ?? noStations

/** The exits of all stations, from which distances to them are measured; none while they are read. */
export function useExits() {
  const { data } = useGround()
  return useMemo(() => data?.stations.flatMap(({ exits }) => exits) ?? none, [data])
}
