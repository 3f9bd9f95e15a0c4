import { useProgrammes } from '../../funding/useProgrammes'
import { useWords } from '../../i18n/i18n'
import { StepCard } from './StepCard'
import { leftByReason, type StartUpPath } from './startUps'

/** The steps of now, those of later stages, and what is not for this start-up. */
export function Path({ path }: { path: StartUpPath }) {
  const { t, text } = useWords()
  const { data: list } = useProgrammes()
  return (
    <>
      <p className="meta" role="status">
        {t('startUps.count', { count: path.steps.length })} {t('startUps.assumed')}
      </p>
      {(['now', 'later'] as const).map((when) => {
        const steps = path.steps.filter(({ step }) => step.when === when)
        return (
          steps.length > 0 && (
            <section key={when} className="programmes-cards" aria-labelledby={`startups-${when}`}>
              <h2 id={`startups-${when}`}>{t(`startUps.${when}`)}</h2>
              {steps.map((step) => (
                <StepCard key={step.step.step.id} step={step} sources={list?.sources ?? []} />
              ))}
            </section>
          )
        )
      })}
      {path.left.length > 0 && (
        <details className="card">
          <summary>{t('startUps.left.title', { count: path.left.length })}</summary>
          <dl className="startup-left">
            {leftByReason(path.left).map(([reason, steps]) => (
              <div key={reason}>
                <dt>{t(`startUps.left.${reason}`)}</dt>
                {steps.map(({ id, name }) => (
                  <dd key={id}>{text(name)}</dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}
