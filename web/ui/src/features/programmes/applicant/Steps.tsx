import type { Assessment, ProgrammeList } from '../../../api/programmes'
import { stepsOf } from '../../../funding/programmes'
import { useWords } from '../../../i18n/i18n'

/** In which order to go about it. */
export function Steps({ assessment, list }: { assessment: Assessment; list: ProgrammeList }) {
  const { t, format } = useWords()
  const steps = stepsOf(assessment)
  if (steps.length < 2) return null
  const nameOf = (id: string) => list.items.find((programme) => programme.id === id)?.shortName ?? id
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('programmes.steps.title')}</h2>
      <ol className="programme-steps">
        {steps.map(({ kind, programmes }) => (
          <li key={kind}>{t(`programmes.steps.${kind}`, { list: format.list(programmes.map(nameOf)) })}</li>
        ))}
      </ol>
    </section>
  )
}
