import { describe, expect, it } from 'vitest'
import { quartersOf } from './quarters'

describe('The quarters of a lease', () => {
  it('hold what is paid in each, the first and the last in part', () => {
    expect(quartersOf('2027-02-16', 12, 100)).toEqual([
      { year: 2027, quarter: 1, amount: 200, soFar: 200 },
      { year: 2027, quarter: 2, amount: 300, soFar: 500 },
      { year: 2027, quarter: 3, amount: 300, soFar: 800 },
      { year: 2027, quarter: 4, amount: 300, soFar: 1100 },
      { year: 2028, quarter: 1, amount: 100, soFar: 1200 },
    ])
  })

  it('add up to the whole lease, from any month and for any length', () => {
    for (let month = 1; month <= 12; month++)
      for (const months of [1, 2, 3, 11, 36, 37]) {
        const quarters = quartersOf(`2026-${String(month).padStart(2, '0')}-31`, months, 7)
        expect(quarters.reduce((sum, { amount }) => sum + amount, 0)).toBe(7 * months)
        expect(quarters.at(-1)?.soFar).toBe(7 * months)
        expect(quarters.every(({ amount }) => amount <= 21)).toBe(true)
      }
  })
})
