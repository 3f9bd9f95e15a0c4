import type { Suggestion, UpgradeStepInfo } from '../../../upgrade/types'
import type { Words } from '../../../i18n/i18n'
import type { PathWords } from '../pathWords'

/** Why a step is suggested, or why not yet, each in a few words. */
export function reasonsOf(
  suggestion: Suggestion,
  info: UpgradeStepInfo | undefined,
  { t, format }: Pick<Words, 't' | 'format'>,
  { symptomName }: Pick<PathWords, 'symptomName'>,
): string[] {
  const { symptoms, wanted, level, held, opens } = suggestion
  return [
    ...(symptoms.length > 0 ? [t('upgrade.reason.symptoms', { list: format.list(symptoms.map(symptomName)) })] : []),
    ...(wanted ? [t('upgrade.reason.wanted')] : []),
    ...(level !== 'unknown' && info ? [t(`upgrade.reason.${level}`, { from: info.levelFrom, to: info.levelTo })] : []),
    ...(opens > 0 ? [t('upgrade.reason.opens', { count: opens })] : []),
    ...(held ? [t('upgrade.reason.held')] : []),
  ]
}
