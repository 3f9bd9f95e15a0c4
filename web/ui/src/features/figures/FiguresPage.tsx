import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'wouter'
import { api, linkTo } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { DayField } from '../../kit/days/DayField'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import './figures.css'
import { type Figures, lastWeeks, outcomes, states } from './figures'
import { WeekBars } from './WeekBars'
import { TableScroll } from '../../kit/TableScroll'

const pages = ['enterprises', 'firms']

/** What happened to introductions in a time that stands in the address, so that it can be sent to a colleague. */
export default function FiguresPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const usual = lastWeeks()
  const from = search.get('from') ?? usual.from
  const to = search.get('to') ?? usual.to
  const asked = { from, to }
  const { data, error, isPending } = useQuery({
    queryKey: ['figures', from, to],
    enabled: from !== '' && to !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/figures', { query: asked, signal }),
  })
  const set = (name: 'from' | 'to', value: string) =>
    setSearch(
      (before) => {
        before.set(name, value)
        return before
      },
      { replace: true },
    )
  return (
    <div className="page figures">
      <PageHeading title={t('nav.figures')} />
      <div className="figures-head">
        <DayField label={t('figures.from')} max={to} value={from} onChange={(day) => set('from', day)} />
        <DayField label={t('figures.to')} min={from} value={to} onChange={(day) => set('to', day)} />
        <div className="row exports">
          {(['csv', 'xlsx'] as const).map((kind) => (
            <a key={kind} className="button" href={linkTo(`/api/exports/figures.${kind}`, { query: asked })} download>
              {t('figures.export', { kind: kind.toUpperCase() })}
            </a>
          ))}
        </div>
      </div>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data && <Sections figures={data} />}
    </div>
  )
}

function Sections({ figures }: { figures: Figures }) {
  const { t, text, format } = useWords()
  const { weeks, timeInState, firstResponse, exposure } = figures
  const hours = (value: number) =>
    value < 48 ? t('figures.time.hours', { count: round(value) }) : t('figures.time.days', { count: round(value / 24) })
  const round = (value: number) => Math.round(value * 10) / 10
  return (
    <>
      <WeekBars kind="entered" weeks={weeks.map(({ week, entered }) => ({ week, counts: entered }))} />
      <WeekBars kind="standing" weeks={weeks.map(({ week, standing }) => ({ week, counts: standing }))} />
      <Table
        title={t('figures.first.title')}
        about={t('figures.first.desc')}
        head={[t('figures.first.title'), t('figures.time.count')]}
        rows={(['within3', 'within5', 'later', 'waiting'] as const).map((name) => [
          t(`figures.first.${name}`),
          format.number(firstResponse[name]),
        ])}
      />
      <Table
        title={t('figures.time.title')}
        head={['state', 'count', 'median', 'mean'].map((name) => t(`figures.time.${name}`))}
        rows={states.flatMap((state) => {
          const time = timeInState[state]
          return time && time.count > 0
            ? [[t(`desk.state.${state}`), format.number(time.count), hours(time.medianHours), hours(time.meanHours)]]
            : []
        })}
      />
      <Table
        title={t('figures.outcomes.title')}
        head={[t('figures.outcomes.board'), ...outcomes.map((outcome) => t(`desk.outcome.${outcome}`))]}
        rows={Object.entries(figures.outcomes).map(([board, counts]) => [
          t(`nav.${board}`),
          ...outcomes.map((outcome) => format.number(counts[outcome] ?? 0)),
        ])}
      />
      <Table
        title={t('figures.exposure.title')}
        head={['party', 'shown', 'offered', 'introduced'].map((name) => t(`figures.exposure.${name}`))}
        rows={exposure.map(({ party, name, shown, offered, introduced }) => [
          pages.includes(party.split('/')[0]!) ? (
            <Link href={`/${party}`}>{text(name) || party}</Link>
          ) : (
            text(name) || party
          ),
          ...[shown, offered, introduced].map((count) => format.number(count)),
        ])}
      />
    </>
  )
}

function Table({ title, about, head, rows }: { title: string; about?: string; head: string[]; rows: ReactNode[][] }) {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>{title}</h2>
      {about && <p className="meta">{about}</p>}
      {rows.length === 0 ? (
        <p>{t('figures.none')}</p>
      ) : (
        <TableScroll label={title}>
          <table className="table nums">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...rest], index) => (
                <tr key={index}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}
