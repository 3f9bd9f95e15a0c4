import { expect, it } from 'vitest'
import type { Suggestion, UpgradeStepInfo } from '../../../upgrade/types'
import { formatter } from '../../../i18n/format'
import { reasonsOf } from './reasons'

const t = (key: string, values: Record<string, unknown> = {}) => `${key} ${Object.values(values).join(' ')}`.trim()
const info = { levelFrom: 1, levelTo: 2 } as UpgradeStepInfo
const suggestion = (part: Partial<Suggestion>): Suggestion => ({
  step: 'cobots',
  symptoms: [],
  wanted: false,
  level: 'unknown',
  held: false,
  opens: 0,
  recommended: false,
  ...part,
})
const told = (part: Partial<Suggestion>) =>
  reasonsOf(suggestion(part), info, { t, format: formatter('en') }, { symptomName: (code) => code.toUpperCase() })

it('says each reason that there is, and nothing where there is none', () => {
  expect(told({})).toEqual([])
  expect(told({ symptoms: ['labour', 'energy'], wanted: true, level: 'fits', opens: 6, held: true })).toEqual([
    'upgrade.reason.symptoms LABOUR, ENERGY',
    'upgrade.reason.wanted',
    'upgrade.reason.fits 1 2',
    'upgrade.reason.opens 6',
    'upgrade.reason.held',
  ])
  expect(told({ level: 'later' })).toEqual(['upgrade.reason.later 1 2'])
})
