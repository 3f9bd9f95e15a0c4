import { useWords } from '../../i18n/i18n'

export const steps = ['choose', 'match', 'check', 'done'] as const
export type Step = (typeof steps)[number]

/** Where one is on the way of a file. */
export function Progress({ now }: { now: Step }) {
  const { t } = useWords()
  const at = steps.indexOf(now)
  return (
    <ol className="steps" aria-label={t('import.steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === now ? 'step' : undefined} className={index < at ? 'past' : ''}>
          <span aria-hidden="true">{index < at ? '✓' : index + 1}</span> {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
