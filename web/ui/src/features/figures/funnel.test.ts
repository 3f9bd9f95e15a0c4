import { describe, expect, it } from 'vitest'
import { funnelOf, openAtEnd } from './funnel'

const weeks = [
  { week: '2026-11-16', entered: { suggested: 6, offered: 4 }, standing: { suggested: 2, offered: 4 } },
  {
    week: '2026-11-23',
    entered: { suggested: 2, offered: 2, agreed: 3, declined: 1 },
    standing: { suggested: 2, offered: 2, agreed: 3, declined: 1 },
  },
]

describe('The funnel', () => {
  it('adds up the weeks and relates each step to the one before', () =>
    expect(funnelOf(weeks).map(({ state, count, percent }) => [state, count, percent])).toEqual([
      ['suggested', 8, undefined],
      ['offered', 6, 75],
      ['agreed', 3, 50],
      ['introduced', 0, 0],
      ['underway', 0, undefined],
      ['concluded', 0, undefined],
    ]))
  it('counts what is open at the end, without what is over', () => expect(openAtEnd(weeks)).toBe(7))
  it('is empty where nothing happened', () => expect(openAtEnd([])).toBe(0))
})
