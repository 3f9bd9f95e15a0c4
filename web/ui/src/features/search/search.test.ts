import { describe, expect, it } from 'vitest'
import { searchPath } from '../../kinds/links'
import { fromAddress } from '../../brief/address'
import {
  inOrder,
  isOfTopics,
  type BoardResults,
  lackedBy,
  type SearchResults,
  without,
  withMatch,
  withoutTopics,
  wordsOf,
} from './search'

const found = (board: BoardResults['board'], count: number, rest: Partial<BoardResults> = {}): BoardResults => ({
  board,
  count,
  criteria: [{ attribute: 'needs', op: 'covers', strength: 'must', weight: 5, value: 'process/machining' }],
  excluded: [],
  matches: [],
  named: [],
  leftOut: [],
  ...rest,
})

const order = (boards: BoardResults[]) => inOrder(boards).map(({ board }) => board)

describe('what a search finds', () => {
  it('shows the boards that have something first and keeps their order', () =>
    expect(order([found('sites', 0), found('partners', 2), found('research', 0), found('opportunities', 1)])).toEqual([
      'partners',
      'opportunities',
      'sites',
      'research',
    ]))

  it('shows what was named first and what has only a part of the text last', () =>
    expect(
      order([
        found('sites', 9, { leftOut: [{ term: 0, text: 'cnc', matches: ['b1/s1'] }] }),
        found('partners', 2),
        found('research', 1, { named: ['c1'] }),
      ]),
    ).toEqual(['research', 'partners', 'sites']))

  it('says of each match what it lacks', () => {
    const result = found('sites', 2, {
      leftOut: [
        { term: 0, text: 'cnc', matches: ['a', 'b'] },
        { term: 2, text: 'gas', matches: ['b'] },
      ],
    })
    expect(['a', 'b', 'c'].map((id) => lackedBy(result, id))).toEqual([[0], [0, 2], []])
  })
})

describe('A link to what was found', () => {
  const results = found('partners', 1, {
    criteria: [{ attribute: 'capabilities', op: 'covers', strength: 'must', weight: 5, value: 'a & b' }],
    named: ['f1'],
  })
  const parsed = (link: string) => new URL(link, 'http://x')
  it('opens the board with the requirement and the match', () => {
    const link = parsed(withMatch(results, 'b1/s1+b1/s2'))
    expect(link.pathname).toBe('/brief')
    expect(fromAddress(link.searchParams)?.criteria).toEqual({ partners: results.criteria })
    expect(link.searchParams.get('match')).toBe('b1/s1+b1/s2')
  })
  it('opens the board without a requirement for what was found by its name', () =>
    expect(fromAddress(parsed(withMatch(results, 'f1')).searchParams)?.criteria).toEqual({ partners: [] }))
})

describe('A term of the text', () => {
  it.each([
    ['CNC 150 psf Kwun Tong', [{ start: 4, end: 11 }], '150 psf', 'CNC Kwun Tong'],
    [
      '樓底 觀塘 14呎',
      [
        { start: 0, end: 2 },
        { start: 6, end: 9 },
      ],
      '樓底 … 14呎',
      '觀塘',
    ],
    ['no gas, sprinklers', [{ start: 0, end: 6 }], 'no gas', 'sprinklers'],
    ['gas -godown', [{ start: 4, end: 11 }], '-godown', 'gas'],
    ['觀塘無煤氣', [{ start: 2, end: 5 }], '無煤氣', '觀塘'],
    ['gas', [{ start: 0, end: 3 }], 'gas', ''],
  ])('%s is taken out and leaves the rest', (text, from, typed, rest) => {
    expect(wordsOf(text, from)).toBe(typed)
    expect(without(text, from)).toBe(rest)
  })

  it('leaves the empty search when it was all', () => expect(searchPath('')).toBe('/search'))
})

describe('a search that speaks of programmes and steps', () => {
  const term = (topic: boolean, meanings = 0) =>
    ({ topic, meanings: Array(meanings).fill({}) }) as unknown as SearchResults['terms'][number]
  const topics = [{}] as SearchResults['topics']

  it('is one of topics alone if every term speaks of them', () => {
    expect(isOfTopics({ terms: [term(true), term(true, 2)], topics })).toBe(true)
    expect(isOfTopics({ terms: [term(false), term(true)], topics })).toBe(false)
    expect(isOfTopics({ terms: [term(false)], topics: [] })).toBe(false)
    expect(isOfTopics({ terms: [], topics })).toBe(true)
    expect(isOfTopics({ terms: [], topics: [] })).toBe(false)
  })

  it('takes their words out of what a board left out, and no other', () => {
    const all = [term(true), term(true, 2), term(false)]
    const leftOut = all.map((_, term) => ({ term, text: '', matches: ['c1'] }))
    expect(withoutTopics(found('research', 1, { leftOut }), all).leftOut.map(({ term }) => term)).toEqual([1, 2])
  })
})
