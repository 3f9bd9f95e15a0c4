import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../../api/types'
import { feet, perSquareFoot, poundsPerSquareFoot, squareFeet } from '../../../i18n/quantity'
import { roundStep, scaleOf, shareAt, snapped } from './scale'

const number = (over: Partial<Attribute>) => ({ code: 'x', kind: 'number', step: 1, ...over }) as Attribute
const rent = number({ code: 'rent', step: 0.1, min: 0, max: 6000 })
const day = number({ code: 'availableFrom', kind: 'date', min: '2000-01-01', max: '2100-12-31' })

describe('The line of a filter', () => {
  it('is stepped by round numbers in the reader’s unit', () => {
    const scale = scaleOf(rent, 104.3, 345.6, perSquareFoot(1))
    expect([scale.from, scale.to, scale.step]).toEqual([9.5, 32.5, 0.5])
    expect(scale.value(16)).toBe(172.2)
    expect(scale.at(172.2)).toBeCloseTo(16, 2)
  })

  it.each([
    ['areas', number({ min: 1, max: 60000 }), 18, 1420, squareFeet(1)],
    ['loads', number({ step: 0.1, min: 0.5, max: 200 }), 3.6, 14.6, poundsPerSquareFoot(1)],
    ['heights', number({ step: 0.01, min: 1, max: 50 }), 2.5, 7.04, feet(1)],
    ['rents', rent, 104.3, 345.6, perSquareFoot(1)],
    ['lifts', number({ min: 0, max: 100 }), 0, 7, 1],
    ['one value alone', number({ min: 0, max: 100 }), 4, 4, 1],
    ['tolerances', number({ step: 0.001, min: 0.001, max: 100 }), 0.002, 0.4, 1],
    ['weights', number({ step: 10, min: 0, max: 50000 }), 500, 5000, 1],
    ['days', day, '2026-11-24', '2027-09-22', 1],
    ['one day', day, '2026-11-24', '2026-11-24', 1],
    ['ten years', day, '2026-11-24', '2036-11-24', 1],
  ])(
    'holds every value, has few steps, and each place means a value that stands there: %s',
    (_, attribute, min, max, factor) => {
      const scale = scaleOf(attribute, min, max, factor)
      expect(scale.from).toBeLessThanOrEqual(scale.at(min))
      expect(scale.to).toBeGreaterThanOrEqual(scale.at(max))
      const steps = Math.round((scale.to - scale.from) / scale.step)
      expect(steps).toBeGreaterThan(0)
      expect(steps).toBeLessThanOrEqual(62)
      for (let step = 1; step < steps; step++) {
        const place = snapped(scale, scale.from + step * scale.step)
        expect(snapped(scale, scale.at(scale.value(place)))).toBe(place)
        expect(shareAt(scale, place)).toBeCloseTo(step / steps, 6)
      }
    },
  )

  it('means no value that the attribute does not allow', () =>
    expect(scaleOf(number({ min: 1, max: 60000 }), 2, 800, squareFeet(1)).value(0)).toBe(1))

  it.each([
    [32, 0.009, 1],
    [23, 0.009, 0.5],
    [7, 1, 1],
    [0.398, 0.001, 0.01],
  ])('over %d, no finer than %d, is stepped by %d', (span, grain, step) => expect(roundStep(span, grain)).toBe(step))
})
