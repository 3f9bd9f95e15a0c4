import { describe, expect, it } from 'vitest'
import type { Attribute, Criterion, Named, Part } from '../api/types'
import { formatter } from '../i18n/format'
import type { Words } from '../i18n/i18n'
import { plain } from '../i18n/languages'
import { Some } from '../live/Some'
import { minutesOnFoot } from '../map/rings/walking'
import { describeCriterion, extremes, pointsOf, reasons } from './describe'

const part = (weight: number, utility: number, sum: number, over: Partial<Part> = {}): Part => ({
  attribute: `a${weight}`,
  op: 'atLeast',
  strength: 'must',
  weight,
  outcome: utility ? 'met' : 'unmet',
  utility,
  stale: false,
  actual: 1,
  required: 1,
  share: (100 * weight * utility) / sum,
  ...over,
})

describe('The points of a score', () => {
  it.each([1, 2, 3, 4, 5])('add up to it, and none exceeds what was possible (seed %d)', (seed) => {
    const chance = Some.chance(seed)
    for (let round = 0; round < 200; round++) {
      const weights = Array.from({ length: 1 + Math.floor(chance() * 12) }, () => 1 + Math.floor(chance() * 10))
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const parts = weights.map((weight) =>
        part(weight, [0, 0.25, 0.45, 0.5, 0.9, 1, Math.round(chance() * 1e6) / 1e6][Math.floor(chance() * 7)]!, sum),
      )
      const score = parts.reduce((total, entry) => total + entry.share, 0)
      const points = pointsOf(parts)
      expect(points.reduce((total, entry) => total + entry.points, 0)).toBeCloseTo(Math.round(score * 10) / 10, 6)
      expect(points.reduce((total, entry) => total + entry.possible, 0)).toBeCloseTo(100, 6)
      expect(points.every((entry) => entry.points <= entry.possible + 1e-9)).toBe(true)
    }
  })

  it('name the criterion that helps most and the one that costs most', () => {
    const parts = [part(8, 1, 20), part(2, 0.5, 20), part(10, 0.5, 20)]
    expect(extremes(parts)).toEqual({ best: parts[0], worst: parts[2] })
  })

  it('are told apart by one strength and the gravest troubles', () => {
    const unknown = part(5, 0.25, 20, { outcome: 'unknown', actual: null })
    const failing = part(3, 0, 20)
    const good = part(10, 1, 20)
    expect(reasons([unknown, failing, good])).toEqual([good, failing, unknown])
    expect(reasons([unknown, failing, good], unknown.attribute)[0]).toEqual(unknown)
  })
})

describe('The way to a station', () => {
  it.each([
    [0, 0],
    [1, 1],
    [61, 1],
    [62, 2],
    [500, 9],
    [800, 13],
    [8000, 130],
  ])('of %d m takes %d minutes, rounded up', (metres, minutes) => expect(minutesOnFoot(metres)).toBe(minutes))
})

describe('A way to a place', () => {
  const attribute = {
    code: 'location',
    kind: 'point',
    label: { en: 'Location' },
    ops: ['within'],
  } as unknown as Attribute
  const station = { code: 'KWT', name: { en: 'Kwun Tong' }, position: { lat: 22.31206, lon: 114.22653 }, exits: [] }
  const schema = { attributes: [attribute], byCode: new Map([['location', attribute]]), stations: [station] }
  const words = {
    t: (key: string, values = {}) => `${key} ${JSON.stringify(values)}`,
    language: 'en',
    text: (named: Named | undefined) => plain(named, 'en'),
    format: formatter('en'),
  } as Words
  const within = (lat: number): Criterion => ({
    attribute: 'location',
    op: 'within',
    limit: 500,
    of: { lat, lon: 114.2265 },
  })
  it('names the station that stands there', () =>
    expect(describeCriterion(within(22.3121), schema, words)).toBe(
      'place.within {"value":"≤ 500 m","name":"Kwun Tong"}',
    ))
  it('says the distance alone where none does', () =>
    expect(describeCriterion(within(22.3), schema, words)).toBe('Location ≤ 500 m'))
})
