import type { Schema } from '../../api/boards'
import type { Words } from '../../i18n/i18n'
import { describeValue } from '../../score/describe'

/** What one value is called by which outcomes are divided. */
export function divisionName(by: string, of: string, { t, ...words }: Words, sites?: Schema) {
  if (of === 'unknown') return t('figures.unknown')
  if (by === 'board') return t(`nav.${of}`)
  if (by === 'industry') return t(`industry.${of}`, { defaultValue: of })
  return by === 'district' && sites ? describeValue(of, sites.byCode.get('district'), { t, ...words }) : of
}

/** What a figure counts, in words. */
export function figureName(figure: string, words: Words, sites?: Schema): string {
  const { t } = words
  const [kind, ...rest] = figure.split(':')
  const last = rest.at(-1) ?? ''
  switch (kind) {
    case 'reached':
    case 'onward':
    case 'standing':
      return t(`figures.name.${kind}`, { state: t(`desk.state.${last}`) })
    case 'ageing':
      return t('figures.name.ageing', { state: t(`desk.state.${rest[0]}`), days: t(`figures.band.${last}`) })
    case 'step':
      return t(`figures.step.${last}`)
    case 'response':
      return `${t('figures.first.title')}: ${t(`figures.first.${last}`)}`
    case 'outcome':
      return t('figures.name.outcome', {
        outcome: t(`desk.outcome.${last}`),
        of: divisionName(rest[0]!, rest.slice(1, -1).join(':'), words, sites),
      })
    case 'new':
      return t('figures.name.new', { week: Number(last) + 1 })
    case 'shown':
    case 'offered':
    case 'introduced':
      return t(`figures.exposure.${kind}`)
    case 'landed':
      return last ? t('figures.name.landedWith', { what: t(`figures.landed.${last}`) }) : t('figures.landed.count')
    default:
      return t(`figures.kpi.${kind}`)
  }
}
