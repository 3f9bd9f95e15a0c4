import type { Words } from '../../../i18n/i18n'
import type { PathStep } from '../../../upgrade/types'
import type { PathWords } from '../pathWords'
import { monthsText } from '../../../upgrade/months'

/** What a firm writes to the office of its path: a line a step, with the first who can build it and who pays. */
export function askText(
  steps: PathStep[],
  words: Words,
  { stepName, programmeName }: Pick<PathWords, 'stepName' | 'programmeName'>,
): string {
  const { t, text, format, language } = words
  const lines = steps.map(({ step, start, end, cost, builders, funding }, index) =>
    [
      t('upgrade.office.step', {
        number: index + 1,
        step: stepName(step),
        months: monthsText(start, end, words),
        cost: format.money(cost),
      }),
      builders[0] && t('upgrade.office.builder', { name: text(builders[0].name) || builders[0].id }),
      funding &&
        t('upgrade.office.programme', {
          programme: programmeName(funding.programme),
          amount: format.money(funding.amount),
        }),
    ]
      .filter(Boolean)
      .join(language === 'en' ? ' ' : ''),
  )
  return [t('upgrade.office.text'), ...lines].join('\n')
}
