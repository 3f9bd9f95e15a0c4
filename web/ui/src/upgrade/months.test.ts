import { expect, it } from 'vitest'
import { formatter } from '../i18n/format'
import { monthsText } from './months'

const t = (_: string, { from, to }: Record<string, unknown> = {}) => `${String(from)}至${String(to)}`
const inChinese = { language: 'zh-Hant', format: formatter('zh-Hant'), t } as const
const inEnglish = { language: 'en', format: formatter('en'), t } as const

it('says the months as a reader says them, and the year once', () => {
  expect(monthsText('2027-01-01', '2027-05-31', inChinese)).toBe('2027年1月至5月')
  expect(monthsText('2027-11-01', '2028-06-30', inChinese)).toBe('2027年11月至2028年6月')
  expect(monthsText('2027-01-01', '2027-01-31', inChinese)).toBe('2027年1月')
  expect(monthsText('2027-01-01', '2027-05-31', inEnglish)).toMatch(/^Jan\s–\sMay 2027$/)
})
