import type { Facts, LandingOption } from '../../api/programmes'
import { Conditions } from '../../funding/Conditions'
import { PackagePicture } from '../../funding/PackagePicture'
import { saidOf } from '../../funding/programmes'
import { answerText } from '../../funding/labels'
import { useProgrammes } from '../../funding/useProgrammes'
import { useWords } from '../../i18n/i18n'
import { Notice } from '../../kit/Notice'
import { RentByQuarter } from './RentByQuarter'

/** One site with what the programmes give there, and why. */
export function OptionDetail({ option, facts, number }: { option: LandingOption; facts: Facts; number: number }) {
  const { site, cost, assessedOn, assessment } = option
  const words = useWords()
  const { t, text, format } = words
  const { data } = useProgrammes()
  const projects = cost.production === 'doesNotFit' ? [] : (facts.projects ?? [])
  const decided = assessment.programmes.filter(({ verdict }) => verdict !== 'informationOnly')
  return (
    <section className="landing-option" aria-labelledby={`option-${number}`}>
      <h2 id={`option-${number}`}>
        {number}. {text(site.name) || site.id}
      </h2>
      <p className="meta">
        {text(site.address)} · {t('landing.assessed', { day: format.day(assessedOn) })}
      </p>
      {cost.production === 'doesNotFit' && (facts.projects ?? []).length > 0 && (
        <Notice look="warn">{t('landing.refuses')}</Notice>
      )}
      {cost.production === 'needsPermission' && <Notice look="warn">{t('landing.permission')}</Notice>}
      {cost.tooShort && <Notice look="warn">{t('landing.tooShort', { months: cost.months })}</Notice>}
      {cost.unknown.length > 0 && (
        <p className="meta">
          {t('landing.unknownOf', { list: format.list(cost.unknown.map((code) => t(`landing.attribute.${code}`))) })}
        </p>
      )}
      {data && (
        <PackagePicture
          said={saidOf(assessedOn, { ...facts, projects })}
          assessment={assessment}
          list={data}
          of={text(site.name) || site.id}
        />
      )}
      <RentByQuarter option={option} />
      <div className="card">
        <h3>{t('landing.reasons')}</h3>
        {decided.map((answer) => (
          <div key={answer.id} className="landing-reason">
            <p>
              <strong>{text(data?.items.find(({ id }) => id === answer.id)?.name) || answer.id}</strong>{' '}
              {answerText(answer, words)}
            </p>
            <Conditions conditions={answer.conditions} />
          </div>
        ))}
      </div>
    </section>
  )
}
