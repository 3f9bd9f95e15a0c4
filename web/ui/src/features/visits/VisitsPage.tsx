import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { readAll } from '../../api/pages'
import { useWords } from '../../i18n/i18n'
import { hongKongDay } from '../../kit/days/hongKong'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { PartyName } from '../../records/PartyName'

/** Every visit that the reader may see, the last day first. */
export default function VisitsPage() {
  const { t, format } = useWords()
  const { data, error, isPending } = useQuery({
    queryKey: ['visits', 'list'],
    queryFn: ({ signal }) => readAll('/api/visits', signal),
  })
  const shown = data && [...data].sort((a, b) => b.window.from.localeCompare(a.window.from))
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('nav.visits')} />
        <Link className="button primary" href="/visits/new">
          {t('visit.new')}
        </Link>
      </div>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {shown?.length === 0 && <p>{t('visit.empty')}</p>}
      {shown?.map(({ id, owner, window, stops, booked }) => (
        <article key={id} className="card">
          <h2>
            <Link href={`/visits/${id}`}>{t('visit.title', { day: format.day(hongKongDay(window.from)) })}</Link>
          </h2>
          <p className="meta">
            {owner && <PartyName party={owner} />} · {t('visit.stops', { count: stops.length })} ·{' '}
            {t(booked.length > 0 ? 'visit.state.booked' : 'visit.state.planned')}
          </p>
        </article>
      ))}
    </div>
  )
}
