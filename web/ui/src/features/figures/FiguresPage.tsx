import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { api, linkTo } from '../../api/client'
import { boardCodes } from '../../kinds/boards'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { DataTable, type Rows } from '../../kit/charts/DataTable'
import { DayField } from '../../kit/days/DayField'
import { SelectField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { Ageing } from './charts/Ageing'
import { Count } from './charts/Count'
import { Fairness } from './charts/Fairness'
import { Funnel } from './charts/Funnel'
import { Kpis } from './charts/Kpis'
import { NewByWeek } from './charts/NewByWeek'
import { Outcomes } from './charts/Outcomes'
import { StepDays } from './charts/StepDays'
import { FigureList } from './FigureList'
import './figures.css'
import { type Asked, askedBy, type Figures, states } from './figures'
import { WeekBars } from './WeekBars'

const pages = ['enterprises', 'firms']
/** The figures, or at `/figures/list` the introductions behind one of them. */
export default function FiguresPage({ id }: { id?: string | undefined }) {
  return id === 'list' ? <FigureList /> : <AllFigures />
}

/** What happened to introductions in a time that stands in the address, so that it can be sent to a colleague. */
function AllFigures() {
  const { t, format, language } = useWords()
  const [search, setSearch] = useSearchParams()
  const asked = askedBy(search)
  const { from, to } = asked
  const { data, error, isPending } = useQuery({
    queryKey: ['figures', asked],
    enabled: from !== '' && to !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/figures', { query: asked, signal }),
  })
  const { data: desk } = useQuery({
    queryKey: ['desk', 'home'],
    queryFn: ({ signal }) => api.get('/api/desk', { signal }),
  })
  const set = (name: 'from' | 'to' | 'board' | 'officer', value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value)
        else before.delete(name)
        return before
      },
      { replace: true },
    )
  return (
    <div className="page figures">
      <PageHeading title={t('nav.figures')} />
      <p className="meta">
        {data &&
          t('figures.compared', {
            from: format.day(data.now.from),
            to: format.day(data.now.to),
            first: format.day(data.before.from),
            last: format.day(data.before.to),
          })}
        {asked.board && ` · ${t(`nav.${asked.board}`)}`}
        {asked.officer && ` · ${asked.officer}`}
      </p>
      <div className="figures-head no-print">
        <DayField label={t('figures.from')} max={to} value={from} onChange={(day) => set('from', day)} />
        <DayField label={t('figures.to')} min={from} value={to} onChange={(day) => set('to', day)} />
        <SelectField
          label={t('figures.by.board')}
          value={asked.board ?? ''}
          onChange={(event) => set('board', event.target.value)}
          options={[
            { value: '', label: t('figures.allBoards') },
            ...boardCodes.map((board) => ({ value: board, label: t(`nav.${board}`) })),
          ]}
        />
        <SelectField
          label={t('figures.by.officer')}
          value={asked.officer ?? ''}
          onChange={(event) => set('officer', event.target.value)}
          options={[
            { value: '', label: t('figures.allOfficers') },
            ...[
              ...new Set([
                ...(desk?.officers ?? []).map(({ officer }) => officer),
                ...(asked.officer ? [asked.officer] : []),
              ]),
            ].map((officer) => ({ value: officer, label: officer })),
          ]}
        />
        <div className="row exports">
          <Button onClick={() => window.print()}>{t('figures.print')}</Button>
          {(['csv', 'xlsx'] as const).map((kind) => (
            <a
              key={kind}
              className="button"
              href={linkTo(`/api/exports/figures.${kind}`, { query: { ...asked, language } })}
              download
            >
              {t('figures.export', { kind: kind.toUpperCase() })}
            </a>
          ))}
        </div>
      </div>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data && <Sections figures={data} asked={asked} />}
    </div>
  )
}

function Sections({ figures, asked }: { figures: Figures; asked: Asked }) {
  const { t } = useWords()
  const { now, before } = figures
  if (Object.keys(now.counts).length === 0 && Object.keys(before.counts).length === 0)
    return (
      <section className="card">
        <h2>{t('figures.empty.title')}</h2>
        <p>{t('figures.empty.text')}</p>
      </section>
    )
  return (
    <>
      <Kpis now={now} before={before} asked={asked} />
      <div className="chart-grid">
        <Funnel now={now} before={before} asked={asked} />
        <StepDays now={now} before={before} asked={asked} />
        <Ageing now={now} asked={asked} />
        <NewByWeek now={now} before={before} asked={asked} />
        <Outcomes now={now} asked={asked} />
        <Fairness asked={asked} />
        <FirstResponse figures={figures} asked={asked} />
      </div>
      <p className="meta">{t('figures.foot')}</p>
      <More figures={figures} asked={asked} />
    </>
  )
}

/** How soon the office answers who asks. */
function FirstResponse({ figures: { now, before }, asked }: { figures: Figures; asked: Asked }) {
  const { t, format } = useWords()
  return (
    <Table
      title={t('figures.first.title')}
      about={t('figures.first.desc')}
      head={[t('figures.first.title'), t('figures.now'), t('figures.before')]}
      rows={(['within3', 'within5', 'later', 'waiting'] as const).map((name) => [
        t(`figures.first.${name}`),
        <Count key="now" figure={`response:${name}`} count={now.counts[`response:${name}`]} asked={asked} />,
        format.number(before.counts[`response:${name}`] ?? 0),
      ])}
    />
  )
}

/** What a week, a state or a party needs to be looked up in; not printed. */
function More({ figures, asked }: { figures: Figures; asked: Asked }) {
  const { t, text, format } = useWords()
  const { weeks, timeInState, exposure } = figures
  const hours = (value: number) =>
    value < 48 ? t('figures.time.hours', { count: round(value) }) : t('figures.time.days', { count: round(value / 24) })
  const round = (value: number) => Math.round(value * 10) / 10
  return (
    <div className="sections no-print">
      <WeekBars kind="entered" weeks={weeks.map(({ week, entered }) => ({ week, counts: entered }))} />
      <WeekBars kind="standing" weeks={weeks.map(({ week, standing }) => ({ week, counts: standing }))} />
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
        title={t('figures.exposure.title')}
        head={['party', 'shown', 'offered', 'introduced'].map((name) => t(`figures.exposure.${name}`))}
        rows={exposure.map(({ party, name, ...counts }) => [
          pages.includes(party.split('/')[0]!) ? (
            <Link href={`/${party}`}>{text(name) || party}</Link>
          ) : (
            text(name) || party
          ),
          ...(['shown', 'offered', 'introduced'] as const).map((kind) => (
            <Count key={kind} figure={`${kind}:${party}`} count={counts[kind]} asked={asked} />
          )),
        ])}
      />
    </div>
  )
}

function Table({ title, about, head, rows }: { title: string; about?: string; head: string[]; rows: Rows }) {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>{title}</h2>
      {about && <p className="meta">{about}</p>}
      {rows.length === 0 ? <p>{t('figures.none')}</p> : <DataTable title={title} head={head} rows={rows} />}
    </section>
  )
}
