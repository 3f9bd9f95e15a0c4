import type { Match, MatchEvent } from '../api/types'

/** Test data: `Some.match('b1/s1', 80)`. */
export const Some = {
  match: (id: string, score: number, unknownMusts = 0): Match =>
    ({ id, score, unknownMusts, verdict: unknownMusts ? 'possible' : 'match', certainty: 1, parts: [] }),
  appeared: (sequence: number, id: string, score: number): MatchEvent => ({ sequence, kind: 'appeared', id, match: Some.match(id, score) }),
  changed: (sequence: number, id: string, score: number): MatchEvent => ({ sequence, kind: 'changed', id, match: Some.match(id, score) }),
  gone: (sequence: number, id: string): MatchEvent => ({ sequence, kind: 'gone', id }),
  /** Chance from a seed: the same numbers in every run. */
  chance: (seed: number) => () => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return seed / 2 ** 32
  },
}
