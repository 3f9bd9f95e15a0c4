import { describe, expect, it } from 'vitest'
import type { Attribute, Criterion } from '../../../api/types'
import { perSquareFoot, squareFeet } from '../../../i18n/quantity'
import { criterionAt, knobsOf, mustRange, placesOf, rangeOf, withCriterion } from './knobs'
import { scaleOf } from './scale'

const attribute = (code: string, step: number): Attribute => ({
  code,
  kind: 'number',
  step,
  min: 0,
  max: 60000,
  freshDays: 1,
  label: {},
  meaning: '',
  ops: ['atLeast', 'atMost', 'between'],
})
const rent = attribute('rent', 0.1)
const load = attribute('floorLoading', 0.1)
const area = attribute('area', 1)
const ofRent = scaleOf(rent, 100, 350, perSquareFoot(1))
const ofLoad = scaleOf(load, 4, 14, 1)
const ofArea = scaleOf(area, 20, 1400, squareFeet(1))

describe('The knobs of a filter', () => {
  it('are the ends that matter', () => {
    expect([knobsOf(rent, undefined), knobsOf(load, undefined), knobsOf(area, undefined)]).toEqual([
      'high',
      'low',
      'both',
    ])
    expect(knobsOf(rent, { attribute: 'rent', op: 'atLeast', limit: 100 })).toBe('low')
    expect(knobsOf(rent, { attribute: 'rent', op: 'between', min: 100, max: 200 })).toBe('both')
  })

  it('stand on steps while the range keeps its exact limits, and at the ends where there are none', () => {
    const criterion: Criterion = { attribute: 'rent', op: 'atMost', limit: 175 }
    expect(placesOf('high', rangeOf(criterion, ofRent), ofRent)).toEqual([16.5])
    expect(rangeOf(criterion, ofRent).high).toBeCloseTo(16.26, 2)
    expect(placesOf('both', {}, ofArea)).toEqual([ofArea.from, ofArea.to])
    expect(placesOf('high', { high: 999 }, ofRent)).toEqual([ofRent.to])
  })
})

describe('A move', () => {
  it('adds a must where nothing was asked', () => {
    expect(criterionAt('high', [16], rent, undefined, ofRent)).toEqual({
      attribute: 'rent',
      op: 'atMost',
      strength: 'must',
      weight: 5,
      limit: 172.2,
    })
    expect(criterionAt('low', [7], load, undefined, ofLoad)).toMatchObject({ op: 'atLeast', limit: 7 })
    expect(criterionAt('both', [ofArea.from, 8000], area, undefined, ofArea)).toMatchObject({
      op: 'atMost',
      limit: 743,
    })
    expect(criterionAt('both', [4000, 8000], area, undefined, ofArea)).toMatchObject({
      op: 'between',
      min: 372,
      max: 743,
    })
  })

  it('keeps strength, weight and all else that was said', () =>
    expect(
      criterionAt(
        'high',
        [16],
        rent,
        { attribute: 'rent', op: 'atMost', limit: 200, ideal: 100, strength: 'prefer', weight: 9 },
        ofRent,
      ),
    ).toEqual({ attribute: 'rent', op: 'atMost', limit: 172.2, ideal: 100, strength: 'prefer', weight: 9 }))

  it('to the whole line asks for nothing', () => {
    const wish: Criterion = { attribute: 'rent', op: 'atMost', limit: 172.2 }
    expect(criterionAt('high', [ofRent.to], rent, wish, ofRent)).toBeUndefined()
    expect(
      criterionAt('low', [ofLoad.from], load, { attribute: 'floorLoading', op: 'atLeast', limit: 7 }, ofLoad),
    ).toBeUndefined()
    expect(criterionAt('both', [ofArea.from, ofArea.to], area, undefined, ofArea)).toBeUndefined()
  })

  it('of one knob leaves the other’s exact limit, though it lies beyond the line', () => {
    const sizes: Criterion = { attribute: 'area', op: 'between', min: 301, max: 2500 }
    const [, high] = placesOf('both', rangeOf(sizes, ofArea), ofArea)
    expect(criterionAt('both', [2500, high!], area, sizes, ofArea)).toMatchObject({
      op: 'between',
      min: 232,
      max: 2500,
    })
    const [low] = placesOf('both', rangeOf(sizes, ofArea), ofArea)
    expect(criterionAt('both', [low!, 9000], area, sizes, ofArea)).toMatchObject({ min: 301, max: 836 })
  })

  it('keeps a range that somebody asked for, so that no knob goes away under a hand', () => {
    const range: Criterion = { attribute: 'rent', op: 'between', min: 129.2, max: 172.2 }
    expect(criterionAt('both', [ofRent.from, 16], rent, range, ofRent)).toMatchObject({ op: 'between', max: 172.2 })
    expect(criterionAt('both', [ofRent.from, ofRent.to], rent, range, ofRent)).toBeUndefined()
  })

  it('is put where the criterion was, at the end, or takes it away', () => {
    const [a, b]: Criterion[] = [
      { attribute: 'rent', op: 'atMost', limit: 1 },
      { attribute: 'area', op: 'atLeast', limit: 2 },
    ]
    expect(withCriterion([a!, b!], 'rent', { ...a!, limit: 9 })).toEqual([{ ...a!, limit: 9 }, b])
    expect(withCriterion([a!], 'area', b)).toEqual([a, b])
    expect(withCriterion([a!, b!], 'rent', undefined)).toEqual([b])
    expect(withCriterion([a!], 'area', undefined)).toEqual([a])
  })
})

describe('What a criterion keeps out', () => {
  it('is nothing where it is a wish or is not filled in', () => {
    expect(mustRange({ attribute: 'rent', op: 'atMost', limit: 200, strength: 'prefer' }, ofRent)).toBeUndefined()
    expect(mustRange(undefined, ofRent)).toBeUndefined()
    expect(mustRange({ attribute: 'rent', op: 'atMost' }, ofRent)).toEqual({})
  })
})
