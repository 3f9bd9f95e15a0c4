import { describe, expect, it } from 'vitest'
import type { Attribute, BoardRecord } from '../../api/types'
import { factOf, staleFacts, stamped, withoutFact } from './facts'

const attribute = (code: string, freshDays: number) =>
  ({ code, freshDays, kind: 'number', label: {}, meaning: '', ops: [] }) as Attribute
const attributes = [
  attribute('employees', 365),
  attribute('leadTime', 60),
  attribute('tolerance', 365),
  attribute('founded', 3650),
  attribute('machineHours', 60),
]
const firm: BoardRecord = {
  id: 'f1',
  version: 1,
  public: true,
  verifiedOn: '2026-09-01',
  source: 'Survey',
  values: { employees: 46, leadTime: 14, founded: 0, machineHours: 120 },
  facts: { employees: { verifiedOn: '2026-11-01', source: 'The firm' } },
}
const now = Date.parse('2026-11-22T16:30:00Z')
const codes = (found: Attribute[]) => found.map(({ code }) => code)

describe('A fact', () => {
  it('is said by its own source, else by the record’s', () => {
    expect(factOf(firm, 'employees')).toEqual({ verifiedOn: '2026-11-01', source: 'The firm' })
    expect(factOf(firm, 'leadTime')).toEqual({ verifiedOn: '2026-09-01', source: 'Survey' })
    expect(factOf({ ...firm, facts: { employees: { verifiedOn: '2026-11-01' } } }, 'employees').source).toBe('Survey')
  })
  it('is said anew on the day in Hong Kong, beside the others', () => {
    expect(stamped(firm.facts, ['leadTime', 'founded'], 'The firm', now)).toEqual({
      ...firm.facts,
      leadTime: { verifiedOn: '2026-11-23', source: 'The firm' },
      founded: { verifiedOn: '2026-11-23', source: 'The firm' },
    })
    expect(stamped(undefined, ['leadTime'], undefined, now)).toEqual({ leadTime: { verifiedOn: '2026-11-23' } })
  })
  it('goes with its value', () => {
    expect(withoutFact(firm.facts, 'employees')).toBeUndefined()
    expect(withoutFact(firm.facts, 'leadTime')).toEqual(firm.facts)
  })
})

describe('What is asked about again', () => {
  const question = { kind: 'firm' as const, id: 'f1', attribute: 'machineHours', askedAt: '2026-11-01T00:00:00Z' }
  it('is what is too old or was never verified', () => {
    expect(codes(staleFacts(firm, attributes, undefined, now))).toEqual(['leadTime', 'machineHours'])
    expect(codes(staleFacts({ id: 'f1', values: { founded: 1990 } }, attributes, undefined, now))).toEqual(['founded'])
  })
  it('is of its own people what the server asks about this record', () => {
    expect(
      codes(staleFacts(firm, attributes, [question, { ...question, id: 'f2', attribute: 'leadTime' }], now)),
    ).toEqual(['machineHours'])
    expect(staleFacts(firm, attributes, [], now)).toEqual([])
  })
  it('ends with its answer, even before the server has taken the question back', () => {
    expect(
      staleFacts(
        { ...firm, facts: stamped(firm.facts, ['machineHours'], 'The firm', now) },
        attributes,
        [question],
        now,
      ),
    ).toEqual([])
  })
  it('is never what nobody knows', () =>
    expect(staleFacts(firm, attributes, [{ ...question, attribute: 'tolerance' }], now)).toEqual([]))
})
