import { useId } from 'react'
import { Link } from 'wouter'
import { linkTo } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import { isOffice, useMe } from '../../api/session'
import { useWords, type Words } from '../../i18n/i18n'
import { type AgendaDay, type Appointment, isAhead, isTight } from '../../introductions/meetings/agenda'
import '../../introductions/meetings/stops.css'
import { otherOf, sideName } from '../../introductions/status'
import { dayAhead, hongKongDay } from '../../kit/days/hongKong'
import { DrawnMap } from '../../map/drawn/DrawnMap'

/** One day: its meetings in order of time, and where there are several known places, the way between them. */
export function Day({ day: { day, appointments } }: { day: AgendaDay }) {
  const { t, format } = useWords()
  const id = useId()
  const placed = appointments.flatMap(({ number, meeting }) =>
    number && meeting.point ? { at: meeting.point, sign: String(number), look: '' } : [],
  )
  const isMapped = placed.length > 1
  const near = day === hongKongDay() ? 'today' : day === dayAhead(1) ? 'tomorrow' : undefined
  return (
    <div className="agenda-day" role="group" aria-labelledby={id}>
      <h2 id={id}>
        {format.weekday(appointments[0]!.meeting.at)} {near && <span className="tag">{t(`agenda.${near}`)}</span>}
      </h2>
      <div className={isMapped ? 'stops-body' : undefined}>
        <ol className="stops">
          {appointments.map((appointment) => (
            <Item key={appointment.meeting.id} appointment={appointment} isMapped={isMapped} />
          ))}
        </ol>
        {isMapped && (
          <div className="stops-where">
            <DrawnMap
              className="column-map stops-map"
              label={t('agenda.map')}
              route={placed.map(({ at }) => at)}
              marks={placed}
            />
          </div>
        )}
      </div>
    </div>
  )
}

function Item({ appointment, isMapped }: { appointment: Appointment; isMapped: boolean }) {
  const words = useWords()
  const { t, format } = words
  const { me } = useMe()
  const { introduction, meeting, number, walk, gap } = appointment
  const isOpen = isAhead(meeting)
  const office = isOffice(me)
  return (
    <li className={isOpen ? 'stops-item' : 'stops-item over'}>
      {isMapped && (
        <span className="stop-number nums" aria-hidden="true">
          {number ?? '–'}
        </span>
      )}
      <div>
        {walk !== undefined && walk > 0 && <p className="meta nums">{t('visit.walk', { count: walk })}</p>}
        {isTight(appointment) && isOpen && (
          <p>
            <span className="tag warn">{gap! < 0 ? t('agenda.overlaps') : t('agenda.tight', { count: gap! })}</span>
          </p>
        )}
        <p className="nums">
          <b className={meeting.cancelled ? 'struck' : undefined}>{format.hours(meeting.at, meeting.minutes)}</b>{' '}
          {meeting.cancelled && <span className="tag">{t('introductions.meeting.cancelled')}</span>}
        </p>
        <h3>
          <Link href={office ? `/desk/${introduction.id}` : `/introductions/${introduction.id}`}>
            {names(introduction, office, words)}
          </Link>
        </h3>
        <p className="meta">{t(`introductions.meeting.${meeting.kind}`)}</p>
        <p>{meeting.place}</p>
        {meeting.note && <p className="note">{meeting.note}</p>}
        {isOpen && meeting.revision > 0 && <p className="meta">{t('introductions.meeting.changed')}</p>}
        {isOpen && (
          <p className="no-print">
            <a
              className="button small"
              href={linkTo('/api/introductions/{id}/meetings/{meeting}.ics', {
                path: { id: introduction.id, meeting: meeting.id },
              })}
              download
            >
              {t('introductions.meeting.calendar')}
            </a>
          </p>
        )}
      </div>
    </li>
  )
}

/** The office meets neither side by itself: it brings both together. */
const names = (introduction: Introduction, office: boolean, words: Words) =>
  office
    ? `${sideName(introduction.seeker, words).text} × ${sideName(introduction.counterpart, words).text}`
    : sideName(otherOf(introduction), words).text
