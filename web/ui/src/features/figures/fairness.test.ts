import { describe, expect, it } from 'vitest'
import { pointsApart, shareOf } from './fairness'

describe('Fairness', () => {
  it('speaks in per cent of all that were shown', () => {
    expect(shareOf(3, 12)).toBe(25)
    expect(shareOf(0, 0)).toBe(0)
  })
  it('tells more from fewer, to a tenth of a point', () => {
    expect(pointsApart(31, 38)).toBe(-7)
    expect(pointsApart(25.04, 25)).toBe(0)
  })
})
