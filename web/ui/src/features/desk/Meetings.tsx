import { useState } from 'react'
import { at, request } from '../../api/client'
import type { Introduction, Meeting } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { formOf, MeetingFields, newMeeting, readMeeting } from './MeetingFields'
import { FormDialog, Pair } from './MoveDialog'
import type { Change } from './useMoves'

/** What is booked, in Hong Kong's time; while it is underway each can be changed and others added. */
export function Meetings({ card, change }: { card: Introduction; change: Change }) {
  const { t, format } = useWords()
  const [editing, setEditing] = useState<Meeting | 'new'>()
  const underway = card.state === 'underway'
  if (card.meetings.length === 0 && !underway) return null
  return (
    <section>
      <h3>{t('desk.meeting.title')}</h3>
      <ul className="rows">
        {card.meetings.map((meeting) => (
          <li key={meeting.id}>
            <div>
              <p><b>{t(`desk.meeting.kind.${meeting.kind}`)}</b> <span className="nums">{format.instant(meeting.at)} · {t('desk.meeting.lasts', { count: meeting.minutes })}</span></p>
              <p>{meeting.place}</p>
              {meeting.people.length > 0 && <p className="meta">{format.list(meeting.people)}</p>}
              {meeting.note && <p className="meta">{meeting.note}</p>}
              {meeting.revision > 0 && <p className="meta">{t('desk.meeting.changed', { count: meeting.revision })}</p>}
            </div>
            <div className="row">
              <a className="button small" href={at('introductions', card.id, 'meetings', `${meeting.id}.ics`)} download>{t('desk.meeting.calendar')}</a>
              {underway && <Button look="small" onClick={() => setEditing(meeting)}>{t('desk.meeting.change')}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {underway && <div><Button look="small" onClick={() => setEditing('new')}>{t('desk.meeting.another')}</Button></div>}
      {editing && <MeetingDialog card={card} meeting={editing === 'new' ? undefined : editing} change={change} onClose={() => setEditing(undefined)} />}
    </section>
  )
}

function MeetingDialog({ card, meeting, change, onClose }: { card: Introduction; meeting: Meeting | undefined; change: Change; onClose: () => void }) {
  const { t } = useWords()
  const [form, setForm] = useState(() => (meeting ? formOf(meeting) : newMeeting(card)))
  const path = at('introductions', card.id, 'meetings', ...(meeting ? [meeting.id] : []))
  const book = (now: Introduction) => request<Introduction>(path, { method: meeting ? 'PUT' : 'POST', version: now.version, body: readMeeting(form) })
  return (
    <FormDialog title={t(meeting ? 'desk.meeting.change' : 'desk.meeting.another')} submit={t('desk.do.meet')} onClose={onClose} onSubmit={() => change(card, book)}>
      {(errors) => <><Pair card={card} /><MeetingFields meeting={form} errors={errors} onChange={setForm} /></>}
    </FormDialog>
  )
}
