import type { Match, NearMissReport } from '../../api/types'
import { byRank } from '../../live/lists/matchList'

export interface NearMiss {
  /** The number of the must that it misses. */
  criterion: number
  match: Match
}

/** All of a report in one order, that of lists; each is there once, as it misses one must alone. */
export const nearMissesOf = ({ nearMisses }: NearMissReport): NearMiss[] =>
  (nearMisses ?? [])
    .flatMap(({ criterion, matches }) => matches.map((match) => ({ criterion, match })))
    .sort((a, b) => byRank(a.match, b.match))

/** How many there are, of which the report holds the best. */
export const countOf = ({ nearMisses }: NearMissReport) => (nearMisses ?? []).reduce((sum, { count }) => sum + count, 0)
