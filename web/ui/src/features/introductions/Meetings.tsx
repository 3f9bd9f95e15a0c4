import { linkTo } from '../../api/client'
import type { Introduction, Meeting } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { isAhead } from '../../introductions/meetings/agenda'

/** The one to come first; what is over stands behind. */
export function Meetings({ introduction: { id, meetings } }: { introduction: Introduction }) {
  const { t } = useWords()
  if (meetings.length === 0) return null
  const sorted = [...meetings].sort((a, b) => Number(isAhead(b)) - Number(isAhead(a)) || a.at.localeCompare(b.at))
  return (
    <section className="card">
      <h2>{t('introductions.meetings')}</h2>
      <ul className="meetings">
        {sorted.map((meeting) => (
          <MeetingItem key={meeting.id} introduction={id} meeting={meeting} />
        ))}
      </ul>
    </section>
  )
}

function MeetingItem({ introduction, meeting }: { introduction: string; meeting: Meeting }) {
  const { t, format } = useWords()
  const over = !isAhead(meeting)
  return (
    <li>
      <h3>
        {t(`introductions.meeting.${meeting.kind}`)}{' '}
        {over && <span className="tag">{t(`introductions.meeting.${meeting.cancelled ? 'cancelled' : 'past'}`)}</span>}
      </h3>
      <p className="nums">
        <b>{t('introductions.meeting.time', { time: format.span(meeting.at, meeting.minutes) })}</b>
      </p>
      <p>{meeting.place}</p>
      {meeting.note && <p className="note">{meeting.note}</p>}
      {meeting.people.length > 0 && <p className="meta">{format.list(meeting.people)}</p>}
      {meeting.revision > 0 && !over && <p className="meta">{t('introductions.meeting.changed')}</p>}
      {!over && (
        <a
          className="button"
          href={linkTo('/api/introductions/{id}/meetings/{meeting}.ics', {
            path: { id: introduction, meeting: meeting.id },
          })}
          download
        >
          {t('introductions.meeting.calendar')}
        </a>
      )}
    </li>
  )
}
