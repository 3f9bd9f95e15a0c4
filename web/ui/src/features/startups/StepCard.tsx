import { Link } from 'wouter'
import type { Source } from '../../api/programmes'
import { ConditionItem, Conditions } from '../../funding/Conditions'
import { SourceItems } from '../../funding/SourceItems'
import { useWords } from '../../i18n/i18n'
import { Found } from './Found'
import type { Check, DrawnStep } from './startUps'

/** One step: why, what it may bring, what speaks for and against it, and who says so. */
export function StepCard({ step: drawn, sources }: { step: DrawnStep; sources: Source[] }) {
  const { t, text, format } = useWords()
  const { step, helps, checks, opensOn, endedOn } = drawn.step
  const answer = drawn.assessment
  const id = `startup-${step.id}`
  return (
    <article className={`card programme ${answer?.verdict ?? ''}`} aria-labelledby={id}>
      <div className="programme-head">
        <h3 id={id}>
          {step.programme ? <Link href={`/programmes/${step.programme}`}>{text(step.name)}</Link> : text(step.name)}
        </h3>
        {answer && <span className="programme-verdict">{t(`programmes.verdict.${answer.verdict}`)}</span>}
      </div>
      <p className="startup-tags">
        {helps.map((need) => (
          <span key={need} className="tag">
            {t(`startUps.need.${need}`)}
          </span>
        ))}
      </p>
      <p>{text(step.why)}</p>
      {opensOn && <p className="programme-later">{t('startUps.opensOn', { day: format.day(opensOn) })}</p>}
      {endedOn && <p className="programme-later">{t('startUps.endedOn', { day: format.day(endedOn) })}</p>}
      {(step.amount !== undefined || step.months !== undefined) && (
        <p>
          {step.amount !== undefined && (
            <b className="nums">{t('programmes.upTo', { amount: format.money(step.amount) })}</b>
          )}
          {step.amount !== undefined && step.months !== undefined && ' · '}
          {step.months !== undefined && <span className="nums">{format.quantity(step.months, 'month')}</span>}{' '}
          <span className="meta">{t('startUps.otherPages')}</span>
        </p>
      )}
      {answer && answer.conditions.length > 0 && <Conditions conditions={answer.conditions} />}
      {checks.length > 0 && <Checks checks={checks} />}
      {drawn.found && <Found found={drawn.found} name={text(step.name)} />}
      {step.check && (
        <p className="meta">
          {t('programmes.toCheck')} {text(step.check)}
        </p>
      )}
      <details>
        <summary>{t('programmes.sourcesTitle')}</summary>
        <ul className="programme-sources meta">
          <li>{t(`startUps.basis.${step.basis}`)}</li>
          <SourceItems sources={sources} codes={step.sources} />
        </ul>
      </details>
    </article>
  )
}

/** What other pages ask, which decides nothing here. */
function Checks({ checks }: { checks: Check[] }) {
  const { t, text } = useWords()
  return (
    <ul className="programme-conditions">
      {checks.map(({ check, outcome, shortfall }) => (
        <ConditionItem key={`${check.fact} ${check.source}`} outcome={outcome} source={check.source}>
          {text(check.text)} {shortfall !== undefined && t('startUps.monthsOver', { count: shortfall })}
        </ConditionItem>
      ))}
    </ul>
  )
}
