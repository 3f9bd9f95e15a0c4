import { describe, expect, it } from 'vitest'
import type { Op, Part } from '../../api/types'
import { aloneBest, bestFact, bestOf } from './best'

const part = (op: Op, actual: Part['actual'], rest: Partial<Part> = {}): Part =>
  ({ attribute: 'x', op, outcome: 'met', utility: 1, stale: false, actual, ...rest }) as Part

describe('The best of several', () => {
  it('is the least distance, however old it is', () =>
    expect(bestOf([part('within', 204), part('within', 0, { stale: true, utility: 0.9 })])).toEqual([false, true]))
  it('is the most of what at least is asked, and the least of what at most', () => {
    expect(bestOf([part('atLeast', 5), part('atLeast', 7), part('atLeast', 7)])).toEqual([false, true, true])
    expect(bestOf([part('atMost', 5), part('atMost', 7)])).toEqual([true, false])
    expect(bestOf([part('atMost', '2027-03-01'), part('atMost', '2027-01-01')])).toEqual([false, true])
  })
  it('is none where all are alike, nor where one alone is known', () => {
    expect(bestOf([part('atLeast', 5), part('atLeast', 5)])).toEqual([false, false])
    expect(bestOf([part('atLeast', 5), part('atLeast', null, { outcome: 'unknown' }), undefined])).toEqual([
      false,
      false,
      false,
    ])
  })
  it('misses no must', () =>
    expect(bestOf([part('atMost', 9, { outcome: 'unmet', utility: 0 }), part('atMost', 5), part('atMost', 6)])).toEqual(
      [false, true, false],
    ))
  it('of an area is what would win most, fresh or not', () =>
    expect(
      bestOf([
        part('atLeast', 900, { attribute: 'area', utility: 0.9, stale: true }),
        part('atLeast', 700, { attribute: 'area', utility: 0.95 }),
      ]),
    ).toEqual([true, false]))
})

describe('A fact that nobody asked for', () => {
  it('has a best where it is an advantage by itself', () => {
    expect(bestFact('rent', [150, 120])).toEqual([false, true])
    expect(bestFact('headroom', [4, 3])).toEqual([true, false])
    expect(bestFact('gas', [true, false])).toEqual([true, false])
    expect(bestFact('yearCompleted', [1990, 2020])).toEqual([false, false])
  })
  it('says what one is better for only where all state it and one alone is best', () => {
    const facts: Record<string, (number | boolean | undefined)[]> = {
      headroom: [4, 3, 3],
      power: [200, undefined, 100],
      gas: [true, true, false],
      rent: [150, 160, 120],
    }
    expect(aloneBest(Object.keys(facts), (code) => facts[code]!)).toEqual([['headroom'], [], ['rent']])
  })
})
