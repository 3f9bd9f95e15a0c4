import { describe, expect, it } from 'vitest'
import { readTag, writeTag } from '../../score/describe'
import { claimed, covers, endingSoon, isOver, withTag } from './tags'
import { hongKongDay } from '../../kit/days/hongKong'

describe('A certification with a last day', () => {
  it('is written behind an @, and read again', () => {
    expect(readTag('iso-13485@2027-03-31')).toEqual({ code: 'iso-13485', until: '2027-03-31' })
    expect(writeTag('iso-13485', '2027-03-31')).toBe('iso-13485@2027-03-31')
    expect(readTag('iso-13485')).toEqual({ code: 'iso-13485' })
    expect(writeTag('iso-13485', undefined)).toBe('iso-13485')
  })
  it('is claimed up to and including that day', () => {
    expect(claimed(['a@2026-11-25', 'b'], '2026-11-25')).toEqual(['a', 'b'])
    expect(claimed(['a@2026-11-25', 'b'], '2026-11-26')).toEqual(['b'])
    expect([
      isOver('2026-11-25', '2026-11-25'),
      isOver('2026-11-25', '2026-11-26'),
      isOver(undefined, '2026-11-26'),
    ]).toEqual([false, true, false])
  })
  it('is told of before it ends, and after', () =>
    expect(
      endingSoon(['a@2026-12-20', 'b@2027-12-20', 'c@2026-01-01', 'd'], '2026-11-25').map(({ code }) => code),
    ).toEqual(['a', 'c']))
  it('keeps its day when it is chosen again', () => expect(withTag(['a@2027-01-01'], 'a')).toEqual(['a@2027-01-01']))
})

describe('A claim', () => {
  it('covers a broader code, leaves a narrower one open, and says nothing of others', () => {
    expect(covers(['process/machining/cnc'], 'process/machining')).toBe('yes')
    expect(covers(['process/machining'], 'process/machining/cnc')).toBe('open')
    expect(covers(['process/machining-x'], 'process/machining')).toBe('no')
  })
  it('is judged on the day in Hong Kong', () => expect(hongKongDay(Date.UTC(2026, 10, 25, 16, 30))).toBe('2026-11-26'))
})
