import { Link } from 'wouter'
import type { Answer, Programme, Source } from '../../api/programmes'
import { Conditions } from '../../funding/Conditions'
import { SourceItems } from '../../funding/SourceItems'
import { useWords } from '../../i18n/i18n'

/** One programme: may it help, with how much at most, and why. */
export function ProgrammeCard({
  answer,
  programme,
  sources,
}: {
  answer: Answer
  programme: Programme
  sources: Source[]
}) {
  const { t, text, format } = useWords()
  return (
    <article className={`card programme ${answer.verdict}`} id={programme.id}>
      <div className="programme-head">
        <h3>
          <Link href={`/programmes/${programme.id}`}>{text(programme.name)}</Link>{' '}
          <span className="meta">{programme.shortName}</span>
        </h3>
        <span className="programme-verdict">{t(`programmes.verdict.${answer.verdict}`)}</span>
      </div>
      {answer.amount !== undefined && (
        <p className="programme-amount">
          <strong>{t('programmes.upTo', { amount: format.money(answer.amount) })}</strong>
        </p>
      )}
      <p>{text(programme.summary)}</p>
      {answer.conditions.length > 0 && <Conditions conditions={answer.conditions} />}
      {answer.changesOn?.map((change) => (
        <p key={change.on} className="programme-later">
          {t('programmes.from', { day: format.day(change.on), verdict: t(`programmes.verdict.${change.verdict}`) })}
          {change.amount !== undefined && ` · ${t('programmes.upTo', { amount: format.money(change.amount) })}`}
        </p>
      ))}
      {answer.readings?.map((reading) => (
        <p key={`${reading.point} ${reading.reading}`} className="meta">
          {t('programmes.reading', {
            point: reading.point,
            reading: reading.reading,
            verdict: t(`programmes.verdict.${reading.verdict}`),
          })}
          {reading.amount !== undefined && ` · ${t('programmes.upTo', { amount: format.money(reading.amount) })}`}
        </p>
      ))}
      {programme.toCheck && (
        <p className="meta">
          {t('programmes.toCheck')} {text(programme.toCheck)}
        </p>
      )}
      <Where programme={programme} version={answer.version} sources={sources} />
    </article>
  )
}

function Where({
  programme,
  version,
  sources,
}: {
  programme: Programme
  version: string | undefined
  sources: Source[]
}) {
  const { t, text, format } = useWords()
  return (
    <details>
      <summary>{t('programmes.sources')}</summary>
      <ul className="programme-sources meta">
        {programme.body && <li>{text(programme.body)}</li>}
        {version && <li>{t('programmes.version', { day: format.day(version) })}</li>}
        {programme.paragraphs.length > 0 && (
          <li>{t('programmes.paragraphs', { list: format.list(programme.paragraphs.map(String)) })}</li>
        )}
        <SourceItems sources={sources} codes={programme.sources} />
      </ul>
    </details>
  )
}
