import type { Criterion, Point } from '../../api/types'
import type { Reach } from '../../map/rings/Rings'

/**
 * What a requirement draws around places: the distance from a point, and that from the nearest exit of any station.
 */
export function reachesOf(criteria: readonly Criterion[], exits: readonly Point[]): Reach[] {
  return criteria.flatMap(({ attribute, op, limit, of, strength }) => {
    if (typeof limit !== 'number' || limit <= 0) return []
    const around = op === 'within' && of ? [of] : op === 'atMost' && attribute === 'stationDistance' ? exits : undefined
    return around?.length ? [{ around, metres: limit, must: strength === 'must' }] : []
  })
}
