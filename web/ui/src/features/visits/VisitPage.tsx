import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '../../api/client'
import type { Visit } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { hongKongDay } from '../../kit/days/hongKong'
import { Notice, ProblemNotice, Said } from '../../kit/Notice'
import { DeletionDialog } from '../../kit/overlays/DeletionDialog'
import { MenuButton } from '../../kit/overlays/MenuButton'
import { PageHeading } from '../../kit/PageHeading'
import { DrawnMap } from '../../map/drawn/DrawnMap'
import '../../introductions/meetings/stops.css'
import { mostStops } from '../../introductions/times/slots'
import { PartyName } from '../../records/PartyName'
import { AddStops } from './stops/AddStops'
import { BookDialog } from './BookDialog'
import { FrameDialog } from './FrameDialog'
import { StopList } from './stops/StopList'
import { moved, refusals, routeOf, seenTimes, type VisitPlan } from './visit'
import './visits.css'

// What the sides offer changes without a word to this page.
const pollEvery = 15_000

/** One visit: its stops in order, their times and the way, from the plan to the booking and the printed itinerary. */
export default function VisitPage({ id }: { id: string }) {
  const { t } = useWords()
  const visit = useQuery({
    queryKey: ['visits', id],
    queryFn: ({ signal }) => api.get('/api/visits/{id}', { path: { id }, signal }),
  })
  const plan = useQuery({
    queryKey: ['visits', id, 'plan'],
    refetchInterval: pollEvery,
    queryFn: ({ signal }) => api.get('/api/visits/{id}/plan', { path: { id }, signal }),
  })
  if (visit.data && plan.data) return <Loaded visit={visit.data} plan={plan.data} />
  return (
    <div className="page">
      <PageHeading title={t('nav.visits')} />
      <ProblemNotice error={visit.error ?? plan.error} />
      {!visit.error && !plan.error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

type Done = 'booked' | 'asked' | 'cancelled'

function Loaded({ visit, plan }: { visit: Visit; plan: VisitPlan }) {
  const words = useWords()
  const { t, text, format } = words
  const cache = useQueryClient()
  const { id, version } = visit
  const [dialog, setDialog] = useState<'book' | 'frame' | 'add' | 'delete'>()
  const { run, busy, error, result } = useSave<Done | undefined>()
  const refresh = () => cache.invalidateQueries({ queryKey: ['visits'] })
  const put = async (next: Visit) => {
    cache.setQueryData(['visits', id], await api.put('/api/visits/{id}', { path: { id }, body: next, version }))
    await refresh()
    return undefined
  }
  const change = (next: Visit) => void run(() => put(next), refresh)
  const act = (done: Done, work: () => Promise<unknown>) =>
    void run(async () => {
      try {
        await work()
        return done
      } finally {
        await refresh()
      }
    })
  const book = () =>
    act('booked', () => api.post('/api/visits/{id}/book', { path: { id }, body: { times: seenTimes(plan) }, version }))
  const choose = (choice: string) => {
    if (choice === 'cancel') act('cancelled', () => api.post('/api/visits/{id}/cancel', { path: { id }, version }))
    else setDialog('delete')
  }
  const bookLabel = t(visit.booked.length > 0 ? 'visit.rebook' : 'visit.book', { count: plan.stops.length })
  const refused = refusals(error, visit)
  const nameOf = (introduction: string) => {
    const stop = plan.stops.find((one) => one.introduction === introduction)
    return text(stop?.name) || text(stop?.about)
  }
  const timed = plan.stops.filter(({ at }) => at)
  return (
    <div className="page wide visits-page">
      <div className="page-head">
        <PageHeading title={t('visit.title', { day: format.day(hongKongDay(visit.window.from)) })} />
        <div className="row no-print">
          <Button look="primary" disabled={busy || !plan.fits || plan.isBooked} onClick={() => setDialog('book')}>
            {bookLabel}
          </Button>
          <Button
            disabled={busy}
            onClick={() => act('asked', () => api.post('/api/visits/{id}/ask', { path: { id }, version }))}
          >
            {t('visit.ask')}
          </Button>
          <Button onClick={() => print()}>{t('compare.print')}</Button>
          <Button onClick={() => setDialog('frame')}>{t('edit')}</Button>
          <MenuButton
            label={t('visit.more')}
            face="⋯"
            choices={[
              ...(visit.booked.length > 0 ? [{ id: 'cancel', label: t('visit.cancel') }] : []),
              { id: 'delete', label: t('delete') },
            ]}
            onChoose={choose}
          />
        </div>
      </div>
      <p>
        {visit.owner && (
          <b>
            <PartyName party={visit.owner} />
          </b>
        )}{' '}
        · <span className="nums">{summary(visit, plan, words)}</span>
      </p>
      {result && !error && <Said>{t(`visit.done.${result}`)}</Said>}
      {refused.length > 0 ? (
        <Notice look="danger">
          <p>{t('visit.refused')}</p>
          <ul>
            {refused.map(({ introduction, message }, index) => (
              <li key={index}>
                {introduction ? `${nameOf(introduction)}${t('introductions.colon')}${message}` : message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <ProblemNotice error={error} />
      )}
      <Notice look={plan.isBooked ? 'ok' : plan.fits ? '' : 'warn'}>{t(`visit.state.${stateOf(visit, plan)}`)}</Notice>
      <div className="stops-body">
        <div>
          <StopList
            visit={visit}
            plan={plan}
            busy={busy}
            onMove={(introduction, by) => change(moved(visit, plan, introduction, by))}
            onPut={put}
            onTimes={() => refresh()}
          />
          <div className="row no-print">
            {visit.stops.length < mostStops && (
              <Button look="small" onClick={() => setDialog('add')}>
                {t('visit.add')}
              </Button>
            )}
            {visit.keepsOrder && (
              <Button look="small" disabled={busy} onClick={() => change({ ...visit, keepsOrder: false })}>
                {t('visit.bestOrder')}
              </Button>
            )}
          </div>
        </div>
        <div className="stops-where">
          <DrawnMap
            className="column-map stops-map"
            label={t('visit.map')}
            route={routeOf(visit, plan)}
            marks={timed.flatMap(({ point }, index) => (point ? { at: point, sign: String(index + 1), look: '' } : []))}
          />
          <p className="meta">{t('visit.assumption')}</p>
        </div>
      </div>
      {dialog === 'book' && (
        <BookDialog visit={visit} plan={plan} submit={bookLabel} onBook={book} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'frame' && <FrameDialog visit={visit} onPut={put} onClose={() => setDialog(undefined)} />}
      {dialog === 'add' && <AddStops visit={visit} onPut={put} onClose={() => setDialog(undefined)} />}
      {dialog === 'delete' && <Deletion id={id} version={version} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

const stateOf = (visit: Visit, plan: VisitPlan) =>
  plan.isBooked ? 'booked' : !plan.fits ? 'blocked' : visit.booked.length > 0 ? 'changed' : 'ready'

function summary(visit: Visit, plan: VisitPlan, { t, format }: ReturnType<typeof useWords>) {
  const first = plan.stops[0]?.at
  const from = visit.start ? visit.window.from : first
  return [
    t('visit.stops', { count: visit.stops.length }),
    from && plan.ends && `${format.time(new Date(from))}–${format.time(new Date(plan.ends))}`,
    plan.ends && t('visit.walked', { count: plan.walked }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Deletion({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const remove = async () => {
    await api.delete('/api/visits/{id}', { path: { id }, version })
    go('/visits')
    await cache.invalidateQueries({ queryKey: ['visits', 'list'] })
  }
  return (
    <DeletionDialog title={t('visit.delete')} onDelete={remove} onClose={onClose}>
      {t('visit.deleteText')}
    </DeletionDialog>
  )
}
