import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Schema } from '../../api/boards'
import type { Attribute, Criterion, Match, Outcome, Part, Value } from '../../api/types'
import { formatter } from '../../i18n/format'
import { allTexts, setLanguage, type Words } from '../../i18n/i18n'
import { plain } from '../../i18n/languages'
import Comparison from './Comparison'
import { type Column, sectionsOf } from './comparison'
import { most, readPicks, toggled } from './picks'

const attribute = (code: string, kind = 'number', unit?: string): Attribute =>
  ({ code, kind, unit, label: { en: code, zhHant: code, zhHans: code }, ops: ['atLeast'] }) as unknown as Attribute
const attributes = [
  attribute('area', 'number', 'm2'),
  attribute('rent'),
  attribute('headroom', 'number', 'm'),
  attribute('gas', 'flag'),
]
const schema: Schema = { attributes, byCode: new Map(attributes.map((entry) => [entry.code, entry])) }
const words: Words = {
  t: ((key: string) => key) as Words['t'],
  language: 'en',
  text: (named) => plain(named, 'en'),
  format: formatter('en'),
}
const criteria: Criterion[] = [
  { attribute: 'area', op: 'atLeast', limit: 100, strength: 'must', weight: 5 },
  { attribute: 'headroom', op: 'atLeast', limit: 3, strength: 'prefer', weight: 5 },
]
const part = (attribute: string, actual: number | null, utility: number, outcome: Outcome): Part => ({
  attribute,
  op: 'atLeast',
  strength: 'must',
  weight: 5,
  outcome,
  utility,
  stale: false,
  actual,
  required: 100,
  share: 50 * utility,
})
const column = (id: string, parts: Part[] | undefined, values: Record<string, Value>): Column => ({
  id,
  place: {
    board: 'sites',
    record: { id, values, public: true, version: 1 },
    building: undefined,
    name: `Space ${id}`,
    sample: false,
    location: undefined,
  },
  match: parts && ({ id, verdict: 'match', score: 80, certainty: 1, unknownMusts: 0, parts } as Match),
})
const columns = [
  column('a', [part('area', 500, 1, 'met'), part('headroom', null, 0.25, 'unknown')], {
    area: 500,
    gas: true,
    rent: 150,
  }),
  column('b', [part('area', 300, 0.8, 'met'), part('headroom', 4, 1, 'met')], { area: 300, gas: true }),
  column('c', undefined, { area: 700, headroom: 5, gas: true }),
]

describe('A comparison', () => {
  const sections = sectionsOf(columns, criteria, schema, words)
  const row = (label: string) => sections.flatMap(({ rows }) => rows).find((entry) => entry.label === label)!

  it('shows the points of each criterion, the same numbers that add up to the score', () =>
    expect(row('area').cells.map(({ points }) => points)).toEqual([
      { won: 50, possible: 50 },
      { won: 40, possible: 50 },
      undefined,
    ]))

  it('says a word on the best, and on none where all won the same', () => {
    expect(row('area').cells.map(({ isBest }) => isBest ?? false)).toEqual([true, false, false])
    const [first] = columns
    const twice = sectionsOf([first!, { ...first!, id: 'd' }], criteria, schema, words)
    expect(twice.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).some(({ isBest }) => isBest)).toBe(false)
  })

  it('keeps unknown a state of its own', () =>
    expect(row('headroom').cells.map(({ known }) => known)).toEqual([false, true, true]))

  it('still says the facts of what is on no list now', () => expect(row('area').cells[2]!.text).toBe('7,530 sq ft'))

  it('goes on with the other facts, and leaves out what nobody states', () => {
    expect(sections.map(({ key }) => key)).toEqual(['fit', 'money', 'power'])
    expect(row('gas').same).toBe(true)
    expect(row('rent').same).toBe(false)
  })

  it('hides nothing of one that stands alone', () => {
    const alone = sectionsOf([columns[0]!], criteria, schema, words)
    expect(alone.flatMap(({ rows }) => rows).some(({ same }) => same)).toBe(false)
  })
})

describe('Campuses beside other buildings', () => {
  const park = column('p', undefined, {
    district: 'sciencePark',
    headroom: 5,
    rent: 200,
    admission: { robotics: 'needsPermission' },
  })
  const factory = column('f', undefined, { district: 'kwunTong', headroom: 4, rent: 120 })
  const rowsOf = (all: Column[]) => sectionsOf(all, [], schema, words, 'robotics').flatMap(({ rows }) => rows)

  it('say what each is better for, by facts that all state', () => {
    const texts = rowsOf([park, factory])
      .find(({ key }) => key === 'better')!
      .cells.map(({ text }) => text)
    expect(texts).toEqual(['headroom', 'rent'])
  })
  it('say so only where both kinds are compared', () =>
    expect(rowsOf([factory, { ...factory, id: 'g' }]).some(({ key }) => key === 'better')).toBe(false))
  it('say whether each takes the industry in; spaces together as the worst of them', () => {
    const cells = rowsOf([
      park,
      factory,
      { ...park, id: 'r', members: [factory.place.record!, park.place.record!] },
    ]).find(({ key }) => key === 'admission')!.cells
    expect(cells.map(({ text }) => text)).toEqual([
      'admission.needsPermission',
      'admission.fits',
      'admission.needsPermission',
    ])
  })
  it('say nothing of an industry that is not known', () =>
    expect(sectionsOf([park], [], schema, words).some(({ key }) => key === 'admission')).toBe(false))
})

describe('Picks', () => {
  it('come and go, and never grow beyond what fits', () => {
    const full = Array.from({ length: most }, (_, index) => `s${index}`)
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
    expect(toggled(full, 'more')).toBe(full)
  })
  it.each([null, '{', '"x"', '{"a":1}', '[1, null, ""]'])('are none where the browser holds %s', (text) =>
    expect(readPicks(text)).toEqual([]),
  )
  it('are read once each, and no more than fit', () =>
    expect(readPicks(JSON.stringify(['a', 'a', ...'bcdefgh']))).toEqual([...'abcdef']))
})

describe('The comparison on screen', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {} })
    vi.stubGlobal('localStorage', { getItem: () => null })
    await setLanguage('en')
    await allTexts()
  })
  const html = () =>
    renderToStaticMarkup(
      <QueryClientProvider client={new QueryClient()}>
        <Comparison
          columns={columns}
          criteria={criteria}
          schema={schema}
          ready
          link={() => ''}
          onRemove={() => {}}
          onOpen={() => {}}
          onBack={() => {}}
        />
      </QueryClientProvider>,
    )
  it('hides what is the same of all, and names it', () => {
    expect(html()).toContain('1 row that says the same of all is hidden: gas.')
    expect(html()).not.toContain('>gas</th>')
  })
  it('names each column once as a heading, with its score and verdict', () => {
    expect(html().match(/scope="col"/g)).toHaveLength(3)
    expect(html()).toContain('Meets every must-have')
    expect(html()).toContain('Not on the list now')
  })
})
