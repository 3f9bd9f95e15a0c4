import { describe, expect, it } from 'vitest'
import type { Schema } from '../../api/boards'
import type { Attribute, Criterion, Op, Part, Required, Value } from '../../api/types'
import { formatter } from '../../i18n/format'
import type { Words } from '../../i18n/i18n'
import en from '../../i18n/en.json'
import { plain } from '../../i18n/languages'
import { textOf } from '../../i18n/texts'
import { Some } from '../../live/Some'
import { countOf, nearMissesOf } from './nearMisses'
import { proposals, relaxed } from './relaxations'
import { shortfall } from './shortfall'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, start = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[start + key, value] as [string, string]] : flat(value, `${start}${key}.`),
  )
const texts = Object.fromEntries(flat(en))
const words: Words = {
  t: (key, values = {}) => textOf(texts, key, values, new Intl.PluralRules('en')) ?? key,
  language: 'en',
  text: (named) => plain(named, 'en'),
  format: formatter('en'),
}

const attribute = (code: string, kind: string, unit?: string, values?: string[]): Attribute =>
  ({
    code,
    kind,
    unit,
    step: 0.01,
    label: { en: code, zhHant: code, zhHans: code },
    values: values?.map((value) => ({ code: value, label: { en: value, zhHant: value, zhHans: value } })),
  }) as unknown as Attribute
const attributes = [
  attribute('Rent', 'number', 'HKD/m2/month'),
  attribute('Headroom', 'number', 'm'),
  attribute('Floor', 'number', 'storey'),
  attribute('Term', 'number', 'month'),
  attribute('stationDistance', 'number', 'm'),
  attribute('Free', 'date'),
  attribute('Location', 'point'),
  attribute('Gas', 'flag'),
  attribute('District', 'category', undefined, ['Kai Tak', 'Kwun Tong']),
  attribute('Claims', 'tags', undefined, ['ISO 13485']),
]
const schema: Schema = { attributes, byCode: new Map(attributes.map((one) => [one.code, one])) }
const missed = (code: string, op: Op, actual: Value | null, required: Required): Part => ({
  attribute: code,
  op,
  strength: 'must',
  weight: 5,
  outcome: 'unmet',
  utility: 0,
  stale: false,
  actual,
  required,
  share: 0,
})

describe('What a near miss misses', () => {
  it.each<[string, Part]>([
    ['Rent $26/sq ft, $3 over', missed('Rent', 'atMost', 279.86, 247.57)],
    ['Headroom 11.48 ft, 1.65 ft short', missed('Headroom', 'atLeast', 3.5, 4)],
    ['Headroom 16.4 ft, 3.28 ft over', missed('Headroom', 'between', 5, { min: 3, max: 4 })],
    ['Term 12 months, 24 months short', missed('Term', 'atLeast', 12, 36)],
    ['Location 1.2 km, 200 m too far', missed('Location', 'within', 1200, 1000)],
    ['Free 2 Mar 2027, 1 day late', missed('Free', 'atMost', '2027-03-02', '2027-03-01')],
    ['Free 1 Jan 2027, 59 days early', missed('Free', 'atLeast', '2027-01-01', '2027-03-01')],
    ['lacks ISO 13485', missed('Claims', 'covers', ['x'], 'ISO 13485')],
    ['District Kai Tak; needs Kwun Tong', missed('District', 'anyOf', 'Kai Tak', ['Kwun Tong'])],
    ['Gas no; needs yes', missed('Gas', 'is', false, true)],
  ])('reads %j', (said, part) => expect(shortfall(part, schema, words).toLowerCase()).toBe(said.toLowerCase()))

  it('is no number of floors, and no gap that reads as nothing', () => {
    expect(shortfall(missed('Floor', 'atMost', 12, 9), schema, words)).toBe('Floor 12/F; needs ≤ 9/F')
    expect(shortfall(missed('Rent', 'atMost', 247.6, 247.5), schema, words)).toBe('Rent $23/sq ft; needs ≤ $23/sq ft')
  })
})

describe('A report of near misses', () => {
  const near = (id: string, score: number) => ({ ...Some.match(id, score), verdict: 'nearMiss' as const })
  const report = {
    nearMisses: [
      { criterion: 0, attribute: 'Rent', count: 7, matches: [near('a', 60), near('b', 50)] },
      { criterion: 2, attribute: 'Gas', count: 1, matches: [near('c', 55)] },
    ],
  }
  it('is one list in the order of lists, and counts those that it does not hold', () => {
    expect(nearMissesOf(report).map(({ criterion, match }) => [criterion, match.id])).toEqual([
      [0, 'a'],
      [2, 'c'],
      [0, 'b'],
    ])
    expect(countOf(report)).toBe(8)
    expect([nearMissesOf({}), countOf({})]).toEqual([[], 0])
  })
})

describe('Relaxations', () => {
  const limits = [
    { admits: 1, limit: 24 },
    { admits: 5, limit: 26 },
    { admits: 10, limit: 30 },
  ]
  it('move limits before they drop a must, and bring the most first', () =>
    expect(
      proposals([
        { criterion: 0, attribute: 'Gas', count: 9 },
        { criterion: 1, attribute: 'Rent', count: 12, limits },
        { criterion: 2, attribute: 'Term', count: 1, limits: limits.slice(0, 1) },
      ]),
    ).toEqual([
      { criterion: 1, count: 5, limit: 26 },
      { criterion: 2, count: 1, limit: 24 },
      { criterion: 1, count: 12 },
      { criterion: 0, count: 9 },
    ]))
  it('change the limit alone, or make a wish of the must', () => {
    const rent: Criterion = { attribute: 'Rent', op: 'atMost', limit: 23, ideal: 20, strength: 'must', weight: 5 }
    expect(relaxed(rent, 26)).toEqual({ ...rent, limit: 26 })
    expect(relaxed(rent, undefined)).toEqual({ ...rent, strength: 'prefer' })
  })
})
