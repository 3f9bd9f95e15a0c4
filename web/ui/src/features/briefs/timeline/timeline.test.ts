import { describe, expect, it } from 'vitest'
import type { Introduction } from '../../../api/introductions'
import type { Demand } from '../../../api/types'
import { timelineOf } from './timeline'

const demand = (id: string, criteria: Demand['criteria'] = []): Demand => ({
  id,
  board: 'sites',
  criteria,
  notifyAbove: 50,
  version: 1,
})
const introduction = (id: string, of: string, rest: Partial<Introduction>): Introduction => ({
  id,
  demand: of,
  board: 'sites',
  state: 'offered',
  seeker: { alias: 'a' },
  counterpart: { alias: 'b' },
  createdAt: '2026-11-01T01:00:00Z',
  movedAt: '2026-11-01T01:00:00Z',
  holder: 'both',
  meetings: [],
  version: 1,
  ...rest,
})
const dayOf = (instant: string) => instant.slice(0, 10)
const must = { attribute: 'availableFrom', op: 'atMost', strength: 'must', weight: 5 } as const
const told = (entries: ReturnType<typeof timelineOf>['coming']) => entries.map(({ day, kind }) => `${day} ${kind}`)

describe('The timeline of a Brief', () => {
  const { coming, past } = timelineOf(
    [
      demand('d1', [
        { ...must, limit: '2027-06-30' },
        { ...must, attribute: 'rent', limit: 100 },
      ]),
    ],
    [
      introduction('i1', 'd1', {
        offeredAt: '2026-11-03T01:00:00Z',
        movedAt: '2026-11-05T01:00:00Z',
        dueOn: '2026-12-01',
        meetings: [
          { id: 'm1', kind: 'meeting', at: '2026-12-03T02:00:00Z', minutes: 60, place: 'x', people: [], revision: 0 },
          {
            id: 'm2',
            kind: 'meeting',
            at: '2026-12-04T02:00:00Z',
            minutes: 60,
            place: 'x',
            people: [],
            revision: 1,
            cancelled: true,
          },
          { id: 'm3', kind: 'siteVisit', at: '2026-11-10T02:00:00Z', minutes: 60, place: 'x', people: [], revision: 0 },
        ],
      }),
      introduction('i2', 'another', {}),
    ],
    '2026-11-29',
    dayOf,
  )
  it('has what comes, the nearest first, and what is needed by a day', () =>
    expect(told(coming)).toEqual(['2026-12-01 due', '2026-12-03 meeting', '2027-06-30 needed']))
  it('has what was, the latest first, each step once', () =>
    expect(told(past)).toEqual(['2026-11-10 meeting', '2026-11-05 moved', '2026-11-03 offered', '2026-11-01 asked']))
  it('says nothing of other Briefs', () =>
    expect([...coming, ...past].some(({ introduction: one }) => one?.id === 'i2')).toBe(false))
  it('counts a day that is today as still to come', () =>
    expect(
      told(timelineOf([demand('d1', [{ ...must, limit: '2026-11-29' }])], [], '2026-11-29', dayOf).coming),
    ).toEqual(['2026-11-29 needed']))
})
