import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, type Schemas } from '../../api/client'
import { isOffice, useMe } from '../../api/session'
import type { Criterion } from '../../api/types'
import { useRefetch } from '../../kit/useRefetch'
import { changesOf, type LiveList } from '../../live/lists/useDemandList'

export type PlannedPartner = Schemas['PlannedPartner']
export type PlannedPartners = Schemas['PlannedPartners']

const refreshEvery = 20_000
const top = 50

/** Whether a certificate can decide: without a must on one, no plan brings anybody. */
export const asksForCertificate = (criteria: readonly Criterion[]) =>
  criteria.some(({ attribute, strength }) => attribute === 'certifications' && strength !== 'prefer')

/**
 * The firms that would meet a demand with certificates that they plan, as fresh as the list beside them; undefined: not
 * known yet, or nobody may ask. Firms let enterprises see it, and not each other.
 */
export function usePlanned(
  demand: { id: string; version: number } | undefined,
  criteria: Criterion[],
  { changes, paused }: Pick<LiveList, 'changes' | 'paused'>,
) {
  const { me } = useMe()
  const { data, refetch } = useQuery({
    queryKey: ['planned', demand?.id, demand?.version, criteria],
    enabled: (me?.role === 'enterprise' || isOffice(me)) && asksForCertificate(criteria),
    refetchInterval: paused ? false : refreshEvery,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      demand
        ? api.get('/api/demands/{id}/planned', { path: { id: demand.id }, query: { top }, signal })
        : api.post('/api/boards/{board}/planned', { path: { board: 'partners' }, body: { criteria, top }, signal }),
  })
  useRefetch(changesOf(changes), refetch)
  return asksForCertificate(criteria) ? data : undefined
}
