import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, linkTo } from '../../api/client'
import type { Pick } from '../../api/programmes'
import { useWords } from '../../i18n/i18n'
import { hongKongDay } from '../../kit/days/hongKong'
import { DayField } from '../../kit/days/DayField'
import { Button } from '../../kit/Button'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { WholeField } from '../../kit/fields/WholeField'
import { Comparison } from './Comparison'
import { OptionDetail } from './OptionDetail'
import './packages.css'

const usualMonths = 36

/**
 * Site, partners, centres and programmes taken together: alternatives side by side, then each with its reasons. Made
 * for paper too.
 */
export default function PackagePage({ id }: { id: string }) {
  const { t, text, format, language } = useWords()
  const [on, setOn] = useState(() => hongKongDay())
  const [months, setMonths] = useState<number | undefined>(usualMonths)
  const asked = { on, months: months ?? usualMonths }
  const { data, error } = useQuery({
    queryKey: ['enterprises', id, 'package', asked],
    enabled: on !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}/package', { path: { id }, query: asked, signal }),
  })
  return (
    <div className="page landing">
      <div className="page-head">
        <PageHeading title={t('landing.title')} />
        <div className="row no-print">
          <Button onClick={() => print()}>{t('landing.print')}</Button>
          <a
            className="button"
            href={linkTo('/api/enterprises/{id}/package.xlsx', { path: { id }, query: { ...asked, language } })}
            download
          >
            {t('landing.workbook')}
          </a>
        </div>
      </div>
      {data && (
        <p className="meta">
          {text(data.name) || data.enterprise} · {format.day(data.on)} · {t('landing.lease', { months: data.months })}
        </p>
      )}
      <Notice>
        {t('programmes.ceilings')} {t('landing.net')}
      </Notice>
      <div className="row no-print landing-asked">
        <DayField label={t('programmes.on')} required value={on} onChange={(day) => setOn(day)} />
        <WholeField
          label={t('landing.months')}
          value={months}
          onChange={(value) => setMonths(value !== undefined && value >= 1 && value <= 1200 ? value : undefined)}
        />
      </div>
      <ProblemNotice error={error} />
      {!data && !error && <p className="meta">{t('loading')}</p>}
      {data && <Lacks id={id} lacks={data.lacks} />}
      {data && data.options.length > 0 && <Comparison options={data.options} />}
      {data && <Picks title={t('landing.partners')} picks={data.partners} />}
      {data && <Picks title={t('landing.centres')} picks={data.centres} />}
      {data?.options.map((option, index) => (
        <OptionDetail key={option.site.id} option={option} facts={data.facts} number={index + 1} />
      ))}
    </div>
  )
}

function Lacks({ id, lacks }: { id: string; lacks: string[] }) {
  const { t } = useWords()
  if (lacks.length === 0) return null
  return (
    <div className="no-print">
      <Notice look="warn">
        <p>{t('landing.lacks')}</p>
        <ul>
          {lacks.map((lack) => (
            <li key={lack}>
              <Link href={lack === 'applicant' ? `/enterprises/${id}/programmes` : `/${lack}`}>
                {t(`landing.lack.${lack}`)}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function Picks({ title, picks }: { title: string; picks: Pick[] }) {
  const { t, text, format } = useWords()
  if (picks.length === 0) return null
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="landing-picks">
        {picks.map((pick) => (
          <li key={`${pick.demand} ${pick.id}`}>
            <strong>{text(pick.name) || pick.id}</strong>{' '}
            <span className="meta">
              {text(pick.demandName)} · {t(`verdict.${pick.verdict}`)} ·{' '}
              {t('score.of', { score: format.number(Math.round(pick.score), 0) })}
            </span>
            <Link className="no-print" href={`/demands/${pick.demand}`}>
              {t('landing.list')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
