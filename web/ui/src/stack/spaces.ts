import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { pages } from '../api/pages'
import type { Space, UseVerdict } from '../api/types'

const refreshEvery = 15_000

/**
 * The spaces of a building that the reader may see.
 * @param live Asks anew now and then while it is shown.
 */
export function useSpacesOf(buildingId: string, live = false) {
  return useQuery({
    queryKey: ['buildings', buildingId, 'spaces'],
    refetchInterval: live && refreshEvery,
    queryFn: ({ signal }) =>
      pages<Space>((query) =>
        api.get('/api/buildings/{building}/spaces', { path: { building: buildingId }, query, signal }),
      ),
  })
}

export type Verdicts = ReadonlyMap<string, Readonly<Record<string, UseVerdict>>>

/** The verdict on each use of each space of a building, by the space's id. */
export function useVerdictsOf(buildingId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['buildings', buildingId, 'verdicts'],
    enabled,
    refetchInterval: refreshEvery,
    queryFn: ({ signal }) => api.get('/api/buildings/{building}/verdicts', { path: { building: buildingId }, signal }),
    select: byId,
  })
}

const byId = ({ spaces }: { spaces: { space: string; uses: Record<string, UseVerdict> }[] }): Verdicts =>
  new Map(spaces.map(({ space, uses }) => [space, uses]))
