import { describe, expect, it } from 'vitest'
import type { Introduction, Move } from '../../../api/introductions'
import { choicesOf, columnAfter, isComplete, planOf, visitOf } from './bulk'

const card = (id: string, moves: Move[], rest: Partial<Introduction> = {}): Introduction => ({
  id,
  board: 'sites',
  state: 'suggested',
  createdAt: '2026-11-20T00:00:00Z',
  movedAt: '2026-11-20T00:00:00Z',
  holder: 'officer',
  meetings: [],
  version: 1,
  seeker: { alias: { en: 'Amber Kiln' } },
  counterpart: { alias: { en: 'Jade Pier' } },
  moves,
  ...rest,
})
const suggested = card('i1', [
  { act: 'offer', to: 'offered' },
  { act: 'conclude', to: 'concluded' },
])
const underway = card('i2', [{ act: 'conclude', to: 'concluded' }], { state: 'underway' })
const ended = card('i3', [], { state: 'concluded', holder: 'nobody' })
const values = { outcome: '', reason: '', officer: '' } as const

describe('what can be done to many cards at once', () => {
  it('is what the cards’ own lists of moves allow, each with the cards that accept it', () =>
    expect(
      choicesOf([suggested, underway, ended]).map(({ act, cards }) => [act, cards.map(({ id }) => id).join()]),
    ).toEqual([
      ['offer', 'i1'],
      ['conclude', 'i1,i2'],
      ['assign', 'i1,i2'],
    ]))

  it('leads each card into the column that its own list names', () => {
    expect(columnAfter(suggested, 'offer')).toBe('offered')
    expect(columnAfter(underway, 'offer')).toBeUndefined()
    expect(columnAfter(suggested, 'assign')).toBeUndefined()
  })

  it('waits for an outcome or an officer where the act needs one', () => {
    expect(isComplete('offer', values)).toBe(true)
    expect(isComplete('conclude', values)).toBe(false)
    expect(isComplete('assign', { ...values, officer: 'a@office' })).toBe(true)
    expect(planOf('conclude', { ...values, outcome: 'noFit', reason: ' ' })).toEqual({
      act: 'conclude',
      conclusion: { outcome: 'noFit' },
    })
  })

  it('is a visit where all are of one client and can be booked', () => {
    const of = (party: string, id = 'i4') =>
      card(id, [], { state: 'introduced', seeker: { alias: { en: 'Amber Kiln' }, party } })
    expect(visitOf([of('enterprises/e1'), of('enterprises/e1', 'i5')])).toBe(
      '/visits/new?client=enterprises%2Fe1&introductions=i4%2Ci5',
    )
    expect(visitOf([of('enterprises/e1'), of('enterprises/e2', 'i5')])).toBeUndefined()
    expect(visitOf([of('enterprises/e1'), { ...suggested, seeker: of('enterprises/e1').seeker }])).toBeUndefined()
    expect(visitOf(Array.from({ length: 9 }, (_, index) => of('enterprises/e1', `i${index}`)))).toBeUndefined()
    expect(visitOf([])).toBeUndefined()
  })
})
