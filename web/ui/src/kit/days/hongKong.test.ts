import { expect, it } from 'vitest'
import { dayAhead } from './hongKong'

it('counts from the day in Hong Kong', () => {
  expect(dayAhead(0, Date.parse('2026-11-24T15:59:59Z'))).toBe('2026-11-24')
  expect(dayAhead(0, Date.parse('2026-11-24T16:00:00Z'))).toBe('2026-11-25')
  expect(dayAhead(14, Date.parse('2026-11-24T15:59:59Z'))).toBe('2026-12-08')
  expect(dayAhead(30, Date.parse('2026-12-20T04:00:00Z'))).toBe('2027-01-19')
})
