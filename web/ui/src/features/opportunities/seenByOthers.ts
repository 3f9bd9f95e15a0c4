import type { Opportunity } from '../../api/types'

/** What the server answers to others than the need's own people and the office: no name, no owner, nobody's words. */
export function seenByOthers(need: Opportunity): Opportunity {
  const { name, address, owner, source, facts, ...seen } = need
  void [name, address, owner, source]
  const days = Object.entries(facts ?? {}).map(
    ([code, { verifiedOn }]) => [code, { ...(verifiedOn && { verifiedOn }) }] as const,
  )
  return { ...seen, ...(days.length > 0 && { facts: Object.fromEntries(days) }) }
}
