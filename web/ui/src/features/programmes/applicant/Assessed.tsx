import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../../api/client'
import type { Answer, Assessment, Programme, ProgrammeList } from '../../../api/programmes'
import { PackagePicture } from '../../../funding/PackagePicture'
import { type Audience, audiences, isFor, requestOf, type Said } from '../../../funding/programmes'
import { useProgrammes } from '../../../funding/useProgrammes'
import { useWords } from '../../../i18n/i18n'
import { Segments } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import { FactsForm } from './FactsForm'
import { ProgrammeCard } from '../ProgrammeCard'
import { Steps } from './Steps'

/** The questions beside the answers, which follow at once. */
export function Assessed({
  said,
  onSay,
  audience: usual,
}: {
  said: Said
  onSay: (said: Said) => void
  audience: Audience
}) {
  const { t } = useWords()
  const asked = useDeferredValue(said)
  const list = useProgrammes()
  const answer = useQuery({
    queryKey: ['assessment', asked],
    enabled: asked.on !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.post('/api/programmes/assess', { body: requestOf(asked), signal }),
  })
  return (
    <>
      <ProblemNotice error={list.error ?? answer.error} />
      {list.data && answer.data ? (
        <Answers said={said} list={list.data} assessment={answer.data} onSay={onSay} usual={usual} />
      ) : (
        !answer.error && <p className="meta">{t('loading')}</p>
      )}
    </>
  )
}

/** A rule that concerns few, and this applicant: it is shown for whomever the others are. */
const isJudged = ({ verdict }: Answer, { shape }: Programme) => shape === 'accelerator' && verdict !== 'informationOnly'

function Answers({
  said,
  list,
  assessment,
  onSay,
  usual,
}: {
  said: Said
  list: ProgrammeList
  assessment: Assessment
  onSay: (said: Said) => void
  usual: Audience
}) {
  const { t, text } = useWords()
  const [audience, setAudience] = useState(usual)
  const order = ['eligible', 'conditional', 'ineligible', 'informationOnly']
  const rows = assessment.programmes
    .flatMap((answer) =>
      list.items
        .filter(
          (programme) => programme.id === answer.id && (isFor(audience, programme) || isJudged(answer, programme)),
        )
        .map((programme) => ({ answer, programme })),
    )
    .sort((a, b) => order.indexOf(a.answer.verdict) - order.indexOf(b.answer.verdict))
  const decided = rows.filter(({ answer }) => answer.verdict !== 'informationOnly')
  const others = rows.filter(({ answer }) => answer.verdict === 'informationOnly')
  return (
    <div className="programmes-split">
      <FactsForm said={said} asks={assessment.asks} onSay={onSay} />
      <div className="programmes-answers">
        <PackagePicture said={said} assessment={assessment} list={list} />
        <Steps assessment={assessment} list={list} />
        <Segments
          label={t('programmes.audience.label')}
          options={audiences.map((value) => ({ value, label: t(`programmes.audience.${value}`) }))}
          value={audience}
          onChange={(value) => setAudience(value as Audience)}
        />
        {audience === 'startUp' && (
          <p>
            {t('startUps.linkText')} <Link href="/startups">{t('startUps.link')}</Link>
          </p>
        )}
        {decided.length > 0 && (
          <section aria-labelledby="programmes-decided" className="programmes-cards">
            <h2 id="programmes-decided">{t('programmes.decided')}</h2>
            {decided.map(({ answer, programme }) => (
              <ProgrammeCard key={programme.id} answer={answer} programme={programme} sources={list.sources} />
            ))}
          </section>
        )}
        {others.length > 0 && (
          <section aria-labelledby="programmes-others" className="programmes-cards">
            <h2 id="programmes-others">{t('programmes.others')}</h2>
            {others.map(({ programme }) => (
              <article key={programme.id} className="card programme">
                <h3>
                  <Link href={`/programmes/${programme.id}`}>{text(programme.name)}</Link>
                </h3>
                <p>{text(programme.summary)}</p>
              </article>
            ))}
          </section>
        )}
      </div>
    </div>
  )
}
