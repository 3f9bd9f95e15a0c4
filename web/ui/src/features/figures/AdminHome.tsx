import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { isUnderWay } from '../../introductions/status'
import { useQueues } from '../../records/useQueues'
import { Count } from './charts/Count'
import { Funnel } from './charts/Funnel'
import './figures.css'
import { lastWeeks } from './figures'

/** The first screen of the head of the office: how introductions flow, and what needs a hand. */
export default function AdminHome() {
  const { t, format } = useWords()
  const period = lastWeeks()
  const { data, error } = useQuery({
    queryKey: ['figures', period],
    queryFn: ({ signal }) => api.get('/api/figures', { query: period, signal }),
  })
  const counts: Partial<Record<string, number>> = data?.now.counts ?? {}
  const kpis = [
    ['open', 'open'],
    ['succeeded', 'succeeded'],
    ['waiting', 'response:waiting'],
  ] as const
  return (
    <div className="page admin-home">
      <div className="page-head">
        <PageHeading title={t('admin.title')} />
        <span className="meta">{t('admin.period', { from: format.day(period.from), to: format.day(period.to) })}</span>
      </div>
      <ProblemNotice error={error} />
      <dl className="card kpis">
        {kpis.map(([key, figure]) => (
          <div key={key}>
            <dt>{t(`admin.kpi.${key}`)}</dt>
            <dd className="nums">
              <Count figure={figure} count={counts[figure]} asked={period} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="side-by-side">
        {data && (
          <div>
            <Funnel now={data.now} before={data.before} asked={period} />
            <p className="row">
              <Link href="/figures">{t('admin.allFigures')}</Link>
              <Link href="/upgrades">{t('district.title')}</Link>
            </p>
          </div>
        )}
        <Needs />
      </div>
    </div>
  )
}

/** What waits for the office now. */
function Needs() {
  const { t } = useWords()
  const { data: desk } = useQuery({
    queryKey: ['desk', 'home'],
    queryFn: ({ signal }) => api.get('/api/desk', { signal }),
  })
  const { enquiries, accounts } = useQueues()
  const open = desk?.introductions?.filter(isUnderWay)
  const needs = [
    ['overdue', '/desk', open?.filter(({ overdue }) => overdue).length],
    ['office', '/desk', open?.filter(({ holder }) => holder === 'officer').length],
    ['leads', '/desk', desk?.leads?.length],
    ['enquiries', '/enquiries', enquiries],
    ['accounts', '/people', accounts],
  ] as const
  return (
    <section className="card" aria-labelledby="needs">
      <h2 id="needs">{t('admin.needs')}</h2>
      <ul className="needs">
        {needs.map(([key, href, count]) => (
          <li key={key} className={key === 'overdue' && count ? 'late' : ''}>
            <Link href={href}>{t(`admin.need.${key}`)}</Link>
            <b className="nums">{count ?? '–'}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
