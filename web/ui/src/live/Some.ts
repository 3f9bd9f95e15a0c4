import type { DeskEvent, Introduction, Lead } from '../api/introductions'
import type { Match, MatchEvent } from '../api/types'

/** Test data: `Some.match('b1/s1', 80)`. */
export const Some = {
  match: (id: string, score: number, unknownMusts = 0): Match => ({
    id,
    score,
    unknownMusts,
    verdict: unknownMusts ? 'possible' : 'match',
    certainty: 1,
    parts: [],
  }),
  appeared: (sequence: number, id: string, score: number): MatchEvent => ({
    sequence,
    kind: 'appeared',
    id,
    match: Some.match(id, score),
  }),
  changed: (sequence: number, id: string, score: number): MatchEvent => ({
    sequence,
    kind: 'changed',
    id,
    match: Some.match(id, score),
  }),
  gone: (sequence: number, id: string): MatchEvent => ({ sequence, kind: 'gone', id }),
  card: (id: string, part: Partial<Introduction> = {}): Introduction => ({
    id,
    board: 'sites',
    state: 'suggested',
    seeker: { name: `Seeker ${id}`, alias: { en: 'S' } },
    counterpart: { name: { zhHant: '偉業' }, alias: { en: 'C' } },
    createdAt: '2026-11-20T01:00:00Z',
    movedAt: '2026-11-20T01:00:00Z',
    holder: 'officer',
    meetings: [],
    version: 1,
    ...part,
  }),
  happened: (sequence: number, part: Omit<DeskEvent, 'sequence'>): DeskEvent => ({ sequence, ...part }),
  lead: (key: string): Lead => ({
    key,
    board: 'sites',
    demand: 'd1',
    match: 'b1/s1',
    score: 80,
    verdict: 'match',
    at: '2026-11-20T01:00:00Z',
    counterpartKnown: true,
  }),
  /** Chance from a seed: the same numbers in every run. */
  chance: (seed: number) => () => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return seed / 2 ** 32
  },
}
