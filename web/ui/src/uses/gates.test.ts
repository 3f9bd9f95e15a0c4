import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Schema } from '../api/boards'
import type { Gate } from '../api/types'
import type { Words } from '../i18n/i18n'
import conditions from './conditions.json'
import { conditionOf, daysOf, ruleOf } from './Gates'

const words = (language: string) =>
  ({
    language,
    t: (key: string, values: Record<string, string> = {}) => [key, ...Object.values(values)].join(' '),
    text: (named: { en: string } | undefined) => named?.en ?? '',
    format: { day: (day: string) => day },
  }) as unknown as Words

const schema = {
  byCode: new Map([
    ['zone', { values: [{ code: 'OU(B)', label: { en: 'Business' } }] }],
    ['leaseUser', { values: [{ code: 'industrial', label: { en: 'Industrial' } }] }],
  ]),
} as unknown as Schema

const gate = (part: Partial<Gate> & Pick<Gate, 'gate'>): Gate => ({ stale: false, ...part })

describe('A gate', () => {
  it.each<[Gate, string]>([
    [gate({ gate: 'plan', key: 'OU(B)', verdict: 'fits' }), 'OU(B) Business'],
    [gate({ gate: 'plan', key: 'OU(B)' }), 'OU(B) Business: gates.noRule'],
    [gate({ gate: 'plan' }), 'gates.noPlan'],
    [gate({ gate: 'lease', key: 'industrial', verdict: 'needsPermission' }), 'Industrial'],
    [gate({ gate: 'lease' }), 'gates.noLease'],
    [gate({ gate: 'lease', verdict: 'fits', source: 'LW 12' }), 'gates.waiver LW 12'],
    [gate({ gate: 'lease', verdict: 'fits' }), 'gates.waiver'],
    [gate({ gate: 'neighbours', verdict: 'needsPermission' }), 'gates.visitors.yes'],
    [gate({ gate: 'neighbours' }), 'gates.visitors.unknown'],
  ])('says what it looked at: %o', (of, said) => expect(ruleOf(of, schema, words('en'), true)).toBe(said))

  it('asks of neighbours only where the use brings visitors', () => {
    const fits = gate({ gate: 'neighbours', verdict: 'fits' })
    expect(ruleOf(fits, schema, words('en'), true)).toBe('gates.visitors.no')
    expect(ruleOf(fits, schema, words('en'), false)).toBe('gates.visitors.none')
  })

  it('says on which days its rule holds', () => {
    expect(daysOf(gate({ gate: 'lease', from: '2019-02-01', to: '2027-12-31' }), words('en'))).toBe(
      'gates.between 2019-02-01 2027-12-31',
    )
    expect(daysOf(gate({ gate: 'lease', from: '2028-01-01' }), words('en'))).toBe('gates.since 2028-01-01')
    expect(daysOf(gate({ gate: 'lease', to: '2019-01-31' }), words('en'))).toBe('gates.until 2019-01-31')
    expect(daysOf(gate({ gate: 'lease' }), words('en'))).toBe('')
  })
})

describe('A condition', () => {
  it('is worded in each language, and never says that something is permitted', () => {
    for (const [condition, worded] of Object.entries(conditions)) {
      expect(Object.keys(worded)).toEqual(['en', 'zhHant', 'zhHans'])
      expect(worded.en).not.toMatch(/permit/i)
      expect(conditionOf(condition, words('zh-Hant'))).toBe(worded.zhHant)
    }
  })

  it('stands as written where nobody worded it', () => {
    expect(conditionOf('only at night', words('zh-Hans'))).toBe('only at night')
  })

  it('has words for every condition of the shipped rules', () => {
    const table = readFileSync('../../grains/Matchmaker.Matching/Gates/gates.csv', 'utf8')
    for (const condition of Object.keys(conditions)) expect(table).toContain(condition)
    // Conditions stand in the seventh cell, quoted where they hold a comma.
    const cells = table
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)][6]![1]!.replace(/^"|"$/g, ''))
    for (const condition of cells.filter(Boolean)) expect(Object.keys(conditions)).toContain(condition)
  })
})
