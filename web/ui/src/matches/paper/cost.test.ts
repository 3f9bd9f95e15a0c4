import { describe, expect, it } from 'vitest'
import type { Match, Part, Value } from '../../api/types'
import type { Place } from '../list/names'
import { monthlyCost } from './cost'

const place = (values: Record<string, Value>): Place => ({
  board: 'sites',
  record: { id: 'b1/s1', values, public: true, version: 1 },
  building: undefined,
  name: 'A',
  sample: false,
  location: undefined,
})
const match = (actuals: Record<string, number | null>) =>
  ({ parts: Object.entries(actuals).map(([attribute, actual]) => ({ attribute, actual }) as Part) }) as Match

describe('What a space costs a month', () => {
  it('is its rent times its area', () =>
    expect(monthlyCost('a', place({ area: 500, rent: 150 }), undefined)).toBe(75000))
  it('goes by what the match says, which is newer', () =>
    expect(monthlyCost('a', place({ area: 500, rent: 150 }), match({ rent: 100 }))).toBe(50000))
  it('is not known where either is not', () => {
    expect(monthlyCost('a', place({ area: 500 }), match({ rent: null }))).toBeUndefined()
    expect(monthlyCost('a', place({}), undefined)).toBeUndefined()
  })
  it('is not that of the first of several spaces taken together', () => {
    expect(monthlyCost('a+b', place({ area: 500, rent: 150 }), match({ rent: 150 }))).toBeUndefined()
    expect(monthlyCost('a+b', place({ area: 500, rent: 150 }), match({ rent: 150, area: 900 }))).toBe(135000)
  })
})
