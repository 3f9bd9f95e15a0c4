import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readAll } from '../api/pages'
import type { Brief, Demand } from '../api/types'
import { useDemands } from './useDemands'

/** The saved Briefs that the reader may see. */
export function useBriefs(enabled = true) {
  return useQuery({
    queryKey: ['briefs', 'list'],
    enabled,
    queryFn: ({ signal }) => readAll('/api/briefs', signal),
  })
}

/** What one client wants, at one address. A demand in no Brief is a Brief of its own, without a record. */
export interface BriefView {
  brief?: Brief
  name: Demand['name']
  href: string
  /** Never empty in a view without a record. */
  demands: Demand[]
}

/** The Briefs with their demands, then the demands that are in none. */
export function briefViews(briefs: Brief[], demands: Demand[]): BriefView[] {
  const held = new Set(briefs.flatMap((brief) => brief.demands))
  return [
    ...briefs.map((brief) => ({
      brief,
      name: brief.name,
      href: `/briefs/${brief.id}`,
      demands: demands.filter(({ id }) => brief.demands.includes(id)),
    })),
    ...demands
      .filter(({ id }) => !held.has(id))
      .map((demand) => ({ name: demand.name, href: `/demands/${demand.id}`, demands: [demand] })),
  ]
}

/** The Briefs of a party; undefined until they are read. */
export function useOwnBriefs(owner: string) {
  const { data: briefs } = useBriefs()
  const { data: demands } = useDemands()
  return useMemo(
    () =>
      briefs &&
      demands &&
      briefViews(
        briefs.filter((brief) => brief.owner === owner),
        demands.filter((demand) => demand.owner === owner),
      ),
    [briefs, demands, owner],
  )
}
