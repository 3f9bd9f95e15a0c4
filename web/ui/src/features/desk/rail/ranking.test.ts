import { describe, expect, it } from 'vitest'
import type { Introduction, Lead } from '../../../api/introductions'
import { Some } from '../../../live/Some'
import { answering, fitsLead, grouped, isOwnerless, ranked } from './ranking'

const now = Date.parse('2026-11-30T04:00:00Z')
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString()
const lead = (key: string, rest: Partial<Lead> = {}): Lead => ({
  ...Some.lead(key),
  demand: key[0]!,
  at: daysAgo(0),
  ...rest,
})
const rank = (leads: Lead[], answers: string[] = []) => ranked(leads, leads, new Set(answers), now)

describe('New matches are ranked', () => {
  it('by score, where nothing else speaks', () =>
    expect(rank(['a1', 'a2', 'a3', 'a4'].map((key, i) => lead(key, { score: 70 + i })))).toMatchObject(
      [70, 71, 72, 73].map((points) => ({ rank: points, reason: null })),
    ))

  it.each([
    [1, 90, { key: 'only', count: 1 }],
    [2, 86, { key: 'few', count: 2 }],
    [3, 86, { key: 'few', count: 3 }],
    [4, 80, null],
  ])('by how few there are: one of %i', (count, points, reason) => {
    const leads = Array.from({ length: count }, (_, i) => lead(`a${i}`))
    expect(rank(leads)[0]).toMatchObject({ rank: points, reason })
  })

  it('by no scarcity, where not all are known', () =>
    expect(ranked([lead('a1')], null, new Set(), now)).toMatchObject([{ rank: 80, reason: null }]))

  it('by the days waited, ten at most, and by a client who answers', () => {
    const many = ['a1', 'a2', 'a3', 'a4'].map((key) => lead(key))
    const [old, older, known] = rank(
      [
        lead('a5', { at: daysAgo(7.9) }),
        lead('a6', { at: daysAgo(30) }),
        lead('a7', { seeker: 'enterprises/e1' }),
        ...many,
      ],
      ['enterprises/e1'],
    )
    expect([old, older, known]).toMatchObject([
      { rank: 87, reason: { key: 'waits', count: 7 } },
      { rank: 90, reason: { key: 'waits', count: 30 } },
      { rank: 85, reason: { key: 'answers' } },
    ])
  })

  it('in groups by requirement, the one with the best first, in one order for equals', () =>
    expect(
      grouped(rank([lead('a1', { score: 70 }), lead('b1', { score: 95 }), lead('a2', { score: 96 }), lead('c1')])).map(
        ({ demand, leads }) => [demand, ...leads.map((member) => member.lead.key)],
      ),
    ).toEqual([
      ['b', 'b1'],
      ['a', 'a2', 'a1'],
      ['c', 'c1'],
    ]))
})

it('A client answers who said yes in what is still open', () => {
  const consent = { at: daysAgo(1), by: 'mail' } as unknown as NonNullable<Introduction['seeker']['consent']>
  const card = (state: Introduction['state'], party: string) =>
    Some.card(party, { state, seeker: { alias: { en: 'S' }, party, consent } })
  expect([
    ...answering([card('offered', 'enterprises/e1'), card('concluded', 'enterprises/e2'), Some.card('c')]),
  ]).toEqual(['enterprises/e1'])
})

it('A filter takes boards and any name of a match', () => {
  const named = lead('a1', { matchName: { en: 'Unit 5, Hung To Centre', zhHant: '鴻圖中心五號' }, board: 'sites' })
  expect([
    fitsLead(named, {}),
    fitsLead(named, { board: 'partners' }),
    fitsLead(named, { text: 'hung TO ' }),
    fitsLead(named, { text: '鴻圖' }),
    fitsLead(named, { text: 'elsewhere' }),
  ]).toEqual([true, false, true, true, false])
})

it('Only a site without an owner waits for its owner', () =>
  expect([
    isOwnerless(lead('a1', { counterpartKnown: false })),
    isOwnerless(lead('a1')),
    isOwnerless(lead('a1', { counterpartKnown: false, board: 'opportunities' })),
  ]).toEqual([true, false, false]))
