import { describe, expect, it } from 'vitest'
import { claimed, covers, endingSoon, isOver, todayHere, withTag } from './tags'

const tags = ['iso-9001', 'iso-13485@2027-03-31']

describe('A list of codes, some claimed up to a day', () => {
  it('holds a code once, whatever its day', () => {
    expect(withTag(tags, 'iso-13485')).toEqual(tags)
    expect(withTag(tags, 'as-9100')).toEqual([...tags, 'as-9100'])
  })
  it('claims a code on its last day and no longer', () => {
    expect(claimed(tags, '2027-03-31')).toEqual(['iso-9001', 'iso-13485'])
    expect(claimed(tags, '2027-04-01')).toEqual(['iso-9001'])
    expect([isOver('2027-03-31', '2027-03-31'), isOver('2027-03-31', '2027-04-01'), isOver(undefined, '2027-04-01')]).toEqual([false, true, false])
  })
  it('tells what ends within so many days, or has ended', () => {
    expect(endingSoon(tags, '2027-01-29')).toEqual([])
    expect(endingSoon(tags, '2027-01-30')).toEqual([{ code: 'iso-13485', until: '2027-03-31' }])
    expect(endingSoon(tags, '2028-01-01')).toEqual([{ code: 'iso-13485', until: '2027-03-31' }])
  })
  it('covers a code by itself or a narrower one; a broader one leaves it open', () => {
    expect(covers(['process/machining/cnc'], 'process/machining')).toBe('yes')
    expect(covers(['process/machining'], 'process/machining/cnc')).toBe('open')
    expect(covers(['process/machining'], 'process/machining-old')).toBe('no')
  })
})

it('A day begins at midnight in Hong Kong', () => expect([todayHere(Date.parse('2026-11-22T15:59:59Z')), todayHere(Date.parse('2026-11-22T16:00:00Z'))]).toEqual(['2026-11-22', '2026-11-23']))
