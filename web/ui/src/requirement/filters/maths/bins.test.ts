import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../../api/types'
import { barsOf, type Bin, countIn, nextStep } from './bins'
import { scaleOf } from './scale'

const attribute = { code: 'floor', kind: 'number', step: 1, min: 0, max: 1000 } as Attribute

/** One bin for each two whole numbers from 0; the last holds its own end. */
const binsOf = (relaxed: number[]): Bin[] =>
  relaxed.map((count, index) => ({ from: index * 2, to: index * 2 + 2, count, relaxed: count }))
const lineOf = (bins: Bin[]) => scaleOf(attribute, 0, bins.length * 2, 1)

describe('Bars', () => {
  it('are full where the range takes them, and whole where it keeps them out', () => {
    const bins = binsOf([4, 2, 8, 2])
    const bars = barsOf(bins, lineOf(bins), { high: 3 })
    expect(bars.map(({ solid }) => solid)).toEqual([0.5, 0.25, 0, 0])
    expect(bars.map(({ whole }) => whole)).toEqual([0.5, 0.25, 1, 0.25])
  })

  it('are all full where nothing is kept out', () =>
    expect(barsOf(binsOf([4, 2]), lineOf(binsOf([4, 2])), undefined).every((bar) => bar.solid === bar.whole)).toBe(
      true,
    ))

  it.each([1, 20, 24, 25, 50, 96, 100])('of %d bins are at most 24, beside each other, and none is lost', (count) => {
    const bins = binsOf(Array.from({ length: count }, (_, index) => index % 5))
    const bars = barsOf(bins, lineOf(bins), {})
    expect(bars.length).toBeLessThanOrEqual(24)
    expect(bars.reduce((sum, { relaxed }) => sum + relaxed, 0)).toBe(bins.reduce((sum, one) => sum + one.relaxed, 0))
    expect(Math.max(...bars.map(({ left, width }) => left + width))).toBeLessThanOrEqual(1.011)
    for (const [index, bar] of bars.slice(1).entries()) expect(bar.from).toBe(bars[index]!.to)
  })
})

describe('What a range lets in', () => {
  const bins = binsOf([4, 2, 8, 2])
  const line = lineOf(bins)

  it.each([
    [{}, 16, 16],
    [{ high: 3 }, 6, 6],
    [{ low: 4 }, 10, 10],
    [{ low: 2, high: 5 }, 10, 10],
    [{ high: 2 }, 5, 4],
    [{ high: -1 }, 0, 0],
    [{ low: 8 }, 1, 0],
  ])('%j: %d, at least %d', (range, count, least) => expect(countIn(bins, line, range)).toEqual({ count, least }))

  it('holds a single value', () => {
    const one: Bin[] = [{ from: 4, to: 4, count: 3, relaxed: 3 }]
    const alone = scaleOf(attribute, 4, 4, 1)
    expect(countIn(one, alone, { high: 4 })).toEqual({ count: 3, least: 3 })
    expect(countIn(one, alone, { high: 3 })).toEqual({ count: 0, least: 0 })
  })
})

describe('The next step worth taking', () => {
  const next = (relaxed: number[], range: object, accepted: number) =>
    nextStep(binsOf(relaxed), lineOf(binsOf(relaxed)), range, accepted)

  it('is the nearest limit that lets in a tenth more', () => {
    expect(next([20, 1, 5, 9], { high: 1 }, 20)).toEqual({ side: 'high', place: 5, gain: 6 })
    expect(next([9, 5, 1, 20], { low: 6 }, 20)).toEqual({ side: 'low', place: 2, gain: 6 })
  })

  it('is the one that lets in all that are left, where these are few', () =>
    expect(next([20, 1, 0, 0], { high: 1 }, 20)).toEqual({ side: 'high', place: 3, gain: 1 }))

  it('widens a range where it is worth more nearby', () =>
    expect(next([5, 0, 9, 9, 5], { low: 4, high: 7 }, 18)).toEqual({ side: 'high', place: 10, gain: 5 }))

  it.each([[{}], [{ high: 8 }], [{ low: 0 }]])('is none where nothing is kept out: %j', (range) =>
    expect(next([3, 3, 3, 3], range, 12)).toBeUndefined(),
  )
})
