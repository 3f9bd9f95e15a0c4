import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { isUnderWay } from '../../introductions/status'
import { useQueues } from '../../records/useQueues'
import './figures.css'
import { lastWeeks } from './figures'
import { funnelOf, openAtEnd } from './funnel'

/** The first screen of the head of the office: how introductions flow, and what needs a hand. */
export default function AdminHome() {
  const { t, format } = useWords()
  const period = lastWeeks()
  const { data, error } = useQuery({
    queryKey: ['figures', period.from, period.to],
    queryFn: ({ signal }) => api.get('/api/figures', { query: period, signal }),
  })
  const funnel = data ? funnelOf(data.weeks) : []
  const most = Math.max(1, ...funnel.map(({ count }) => count))
  const landed = Object.values(data?.outcomes ?? {}).reduce(
    (sum, counts) => sum + (counts.landed ?? 0) + (counts.contracted ?? 0) + (counts.collaborating ?? 0),
    0,
  )
  const kpis = [
    ['open', data && openAtEnd(data.weeks)],
    ['succeeded', data && landed],
    ['waiting', data?.firstResponse.waiting],
  ] as const
  return (
    <div className="page admin-home">
      <div className="page-head">
        <PageHeading title={t('admin.title')} />
        <span className="meta">{t('admin.period', { from: format.day(period.from), to: format.day(period.to) })}</span>
      </div>
      <ProblemNotice error={error} />
      <dl className="card kpis">
        {kpis.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`admin.kpi.${key}`)}</dt>
            <dd className="nums">{value === undefined ? '–' : format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <div className="side-by-side">
        <section className="card" aria-labelledby="funnel">
          <div className="page-head">
            <h2 id="funnel">{t('admin.funnel')}</h2>
            <Link href="/figures">{t('admin.allFigures')}</Link>
          </div>
          <table className="funnel nums">
            <caption className="visually-hidden">{t('admin.funnel')}</caption>
            <thead className="meta">
              <tr>
                <th scope="col">{t('figures.time.state')}</th>
                <th scope="col">{t('figures.time.count')}</th>
                <th scope="col">{t('admin.ofBefore')}</th>
              </tr>
            </thead>
            <tbody>
              {funnel.map(({ state, count, percent }) => (
                <tr key={state}>
                  <th scope="row">{t(`desk.state.${state}`)}</th>
                  <td>
                    <span className="funnel-bar" style={{ width: `${(100 * count) / most}%` }} aria-hidden="true" />
                    <b>{format.number(count)}</b>
                  </td>
                  <td>{percent === undefined ? '–' : `${percent}%`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
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
