import type { Criterion, Relaxation } from '../../api/types'

export interface Proposal {
  criterion: number
  count: number
  /** undefined: dropping the must altogether. */
  limit?: number | string
}

/** What each relaxation would bring: first moved limits, then musts that become wishes, each by what they bring. */
export function proposals(relaxations: Relaxation[]): Proposal[] {
  const all = relaxations.flatMap(({ criterion, count, limits = [] }): Proposal[] => {
    const nearest = limits.findLast((entry) => entry.admits <= 5) ?? limits[0]
    return [
      ...(nearest ? [{ criterion, count: nearest.admits, limit: nearest.limit }] : []),
      ...(!nearest || count > nearest.admits ? [{ criterion, count }] : []),
    ]
  })
  return all.sort((a, b) => Number(a.limit === undefined) - Number(b.limit === undefined) || b.count - a.count)
}

/**
 * The same criterion, relaxed: its limit moved, or made a wish. An ideal beyond the new limit would break its order.
 */
export function relaxed(criterion: Criterion, limit: number | string | undefined): Criterion {
  return limit === undefined ? { ...criterion, strength: 'prefer' } : { ...criterion, limit }
}
