import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Schemas } from '../api/client'
import type { Point } from '../api/types'

export type TileSource = Schemas['TileSource']

/** Stations and the source of tiles; `isPending`: not yet known. */
export const useGround = () =>
  useQuery({
    queryKey: ['map'],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/api/map', { signal }),
  })

const none: readonly Point[] = []

/** The exits of all stations, from which distances to them are measured; none while they are read. */
export function useExits() {
  const { data } = useGround()
  return useMemo(() => data?.stations.flatMap(({ exits }) => exits) ?? none, [data])
}
