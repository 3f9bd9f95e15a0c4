import { useMe } from '../../api/session'
import { useBriefs } from '../../records/useBriefs'
import { useDemands } from '../../records/useDemands'

/**
 * The requirement on partners of the Brief that holds this demand, or else the reader's own; undefined: there is none.
 */
export function usePartnersDemand(demand: string | undefined) {
  const { me } = useMe()
  const ofParty = Boolean(me?.enterprise || me?.firm)
  const reads = Boolean(me) && !me?.owner
  const demands = useDemands(reads && (ofParty || demand !== undefined)).data
  const briefs = useBriefs(reads && demand !== undefined).data
  const partners = demands?.filter(({ board }) => board === 'partners') ?? []
  const together = briefs?.find((brief) => demand !== undefined && brief.demands.includes(demand))?.demands
  return partners.find(({ id }) => together?.includes(id)) ?? (ofParty ? partners[0] : undefined)
}
