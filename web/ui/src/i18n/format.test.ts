import { describe, expect, it } from 'vitest'
import { formatter } from './format'
import { plain } from './languages'

describe('Formats', () => {
  it('gives an area in both units', () => {
    expect(formatter('zh-Hant').both(1115, 'm2')).toBe('1,115 m²（12,002 平方呎）')
    expect(formatter('zh-Hans').both(1115, 'm2')).toBe('1,115 m²（12,002 平方英尺）')
    expect(formatter('en').both(1115, 'm2')).toBe('1,115 m² (12,002 sq ft)')
  })
  it('gives a rent by the square foot first, as the trade does', () => {
    expect(formatter('zh-Hant').both(150.7, 'HKD/m2/month')).toBe('$14/呎（$150.7/m²）')
    expect(formatter('en').both(150.7, 'HKD/m2/month')).toBe('$14/sq ft ($150.7/m²)')
  })
  it('gives a value in the unit that its reader thinks in', () => {
    const [hant, hans, en] = [formatter('zh-Hant'), formatter('zh-Hans'), formatter('en')]
    expect(en.reader(743, 'm2', 1)).toBe('8,000 sq ft')
    expect(hant.reader(7.2, 'kPa', 0.1)).toBe('150 磅')
    expect(hans.reader(7.2, 'kPa', 0.1)).toBe('7.2 kPa')
    expect(hans.range(300, 2500, 'm2', 1)).toBe('300–2,500 m²')
    expect(en.bare(172.2, 'HKD/m2/month', 0.1)).toBe('$16')
    expect(en.range(3, 12, 'month', 1)).toBe('3 months – 12 months')
  })
  it('gives a meeting its day of the week, in Hong Kong', () => {
    expect(formatter('en').span('2026-12-01T16:30:00Z', 60)).toBe('Wed, 2 Dec 2026 00:30–01:30')
    expect(formatter('zh-Hant').span('2026-12-02T02:30:00Z', 90)).toBe('2026年12月2日週三 10:30–12:00')
  })
  it('names floors as Hong Kong does', () => {
    expect(formatter('en').quantity(0, 'storey')).toBe('G/F')
    expect(formatter('zh-Hant').quantity(12, 'storey')).toBe('12 樓')
    expect(formatter('zh-Hans').quantity(0, 'storey')).toBe('地面层')
  })
  it('keeps a calendar day the same day wherever the reader is', () => {
    expect(formatter('en').day('2026-11-23')).toContain('23')
  })
  it('gives times in Hong Kong', () => {
    expect(formatter('zh-Hant').time(new Date('2026-11-24T02:42:00Z'))).toBe('10:42')
  })
  it('shows long distances in kilometres', () => {
    expect(formatter('en').distance(500)).toBe('500 m')
    expect(formatter('en').distance(1250)).toBe('1.25 km')
  })
  it('falls back to a language that was written', () => {
    expect(plain({ en: 'Tower', zhHant: '大廈' }, 'zh-Hans')).toBe('大廈')
    expect(plain('Tower', 'zh-Hant')).toBe('Tower')
    expect(plain(undefined, 'en')).toBe('')
  })
})
