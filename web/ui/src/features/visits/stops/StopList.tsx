import { useState } from 'react'
import { Link } from 'wouter'
import type { Person } from '../../../api/introductions'
import type { Visit } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { slotTexts } from '../../../introductions/times/slots'
import { Button } from '../../../kit/Button'
import { hongKongDay } from '../../../kit/days/hongKong'
import { StopDialog } from './StopDialog'
import { StopTimes } from './StopTimes'
import type { PlannedStop, VisitPlan } from '../visit'

/** The stops in the order of the plan, each with its time, its place, its people, and what stands in its way. */
export function StopList({
  visit,
  plan,
  busy,
  onMove,
  onPut,
  onTimes,
}: {
  visit: Visit
  plan: VisitPlan
  busy: boolean
  onMove: (introduction: string, by: -1 | 1) => void
  onPut: (visit: Visit) => Promise<undefined>
  onTimes: () => void
}) {
  const { t } = useWords()
  const [changing, setChanging] = useState<PlannedStop>()
  const [timing, setTiming] = useState<PlannedStop>()
  return (
    <>
      {visit.start && <p className="visit-end">{t('visit.from', { place: visit.start.text })}</p>}
      <ol className="stops">
        {plan.stops.map((stop, index) => (
          <Stop
            key={stop.introduction}
            stop={stop}
            day={hongKongDay(visit.window.from)}
            number={stop.at ? index + 1 : undefined}
            busy={busy}
            isFirst={index === 0}
            isLast={index === plan.stops.length - 1}
            onMove={(by) => onMove(stop.introduction, by)}
            onChange={() => setChanging(stop)}
            onTimes={() => setTiming(stop)}
          />
        ))}
      </ol>
      {visit.end && (
        <p className="visit-end">
          {t('visit.to', { place: visit.end.text })}{' '}
          {plan.ends && <span className="meta">{t('visit.walk', { count: plan.walkToEnd })}</span>}
        </p>
      )}
      {changing && <StopDialog visit={visit} stop={changing} onPut={onPut} onClose={() => setChanging(undefined)} />}
      {timing && (
        <StopTimes
          stop={timing}
          day={hongKongDay(visit.window.from)}
          onDone={onTimes}
          onClose={() => setTiming(undefined)}
        />
      )}
    </>
  )
}

function Stop({
  stop,
  day,
  number,
  busy,
  isFirst,
  isLast,
  onMove,
  onChange,
  onTimes,
}: {
  stop: PlannedStop
  day: string
  /** On the map; undefined: it has no time yet. */
  number: number | undefined
  busy: boolean
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onChange: () => void
  onTimes: () => void
}) {
  const { t, text, format } = useWords()
  const { at, minutes, walk, problem, people, place, about, introduction, times } = stop
  const name = text(stop.name) || text(about) || introduction
  const offered = slotTexts(times?.slots, format, day)
  return (
    <li className={number ? 'stops-item' : 'stops-item untimed'}>
      <span className="stop-number nums" aria-hidden="true">
        {number ?? '–'}
      </span>
      <div>
        {at && walk > 0 && <p className="meta nums">{t('visit.walk', { count: walk })}</p>}
        <p className="nums">
          <b>{at ? format.span(at, minutes) : t('visit.noTime', { count: minutes })}</b>
        </p>
        <h2>
          <Link href={`/desk/${introduction}`}>{name}</Link>
        </h2>
        {place && <p>{text(place)}</p>}
        {about && ![name, text(place)].includes(text(about)) && <p className="meta">{text(about)}</p>}
        {people.length > 0 && <p className="meta">{format.list(people.map(personText))}</p>}
        {problem && (
          <p>
            <span className="tag">{t(`visit.problem.${problem}`)}</span>
          </p>
        )}
        {offered.length > 0 && (
          <p className="meta nums no-print">
            {t(times?.byOffice ? 'visit.offeredByOffice' : 'visit.offered', { times: format.list(offered) })}
          </p>
        )}
        <div className="row no-print">
          <Button
            look={['small', 'icon']}
            aria-label={t('visit.earlier', { name })}
            disabled={busy || isFirst}
            onClick={() => onMove(-1)}
          >
            ↑
          </Button>
          <Button
            look={['small', 'icon']}
            aria-label={t('visit.later', { name })}
            disabled={busy || isLast}
            onClick={() => onMove(1)}
          >
            ↓
          </Button>
          <Button look="small" aria-label={t('visit.timesOf', { name })} onClick={onTimes}>
            {t('visit.times')}
          </Button>
          <Button look="small" aria-label={t('visit.changeOf', { name })} onClick={onChange}>
            {t('edit')}
          </Button>
        </div>
      </div>
    </li>
  )
}

const personText = ({ name, phone, email }: Person) => [name, phone ?? email].filter(Boolean).join(' ')
