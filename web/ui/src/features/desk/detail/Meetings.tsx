import { useState } from 'react'
import { api, linkTo } from '../../../api/client'
import type { Introduction, Meeting } from '../../../api/introductions'
import { localized, type Named } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { ClockField } from '../../../kit/days/ClockField'
import { DayField } from '../../../kit/days/DayField'
import { Button } from '../../../kit/Button'
import { Segments, TextArea, TextField } from '../../../kit/fields/Field'
import { type Errors, FormDialog } from '../../../kit/overlays/FormDialog'
import { pairName } from '../labels'
import { LettersPreview } from '../../../introductions/preview/LettersPreview'
import type { Change } from '../useMoves'
import { hongKongDay, hongKongInstant, hongKongTime } from '../../../kit/days/hongKong'

const isAhead = (meeting: Meeting) => !meeting.cancelled && Date.parse(meeting.at) > Date.now()

/** What is booked, in Hong Kong's time; while it is underway each can be changed and others added. */
export function Meetings({ card, change }: { card: Introduction; change: Change }) {
  const { t, format } = useWords()
  const [editing, setEditing] = useState<Meeting | 'new'>()
  const [cancelling, setCancelling] = useState<Meeting>()
  const underway = card.state === 'underway'
  if (card.meetings.length === 0 && !underway) return null
  return (
    <section>
      <h3>{t('desk.meeting.title')}</h3>
      <ul className="rows">
        {card.meetings.map((meeting) => (
          <li key={meeting.id}>
            <div>
              <p className={meeting.cancelled ? 'struck' : undefined}>
                <b>{t(`desk.meeting.kind.${meeting.kind}`)}</b>{' '}
                <span className="nums">
                  {format.instant(meeting.at)} · {t('desk.meeting.lasts', { count: meeting.minutes })}
                </span>
              </p>
              {meeting.cancelled && <p className="tag">{t('introductions.meeting.cancelled')}</p>}
              <p>{meeting.place}</p>
              {meeting.people.length > 0 && <p className="meta">{format.list(meeting.people)}</p>}
              {meeting.note && <p className="meta">{meeting.note}</p>}
              {meeting.revision > 0 && !meeting.cancelled && (
                <p className="meta">{t('desk.meeting.changed', { count: meeting.revision })}</p>
              )}
            </div>
            <div className="row">
              <a
                className="button small"
                href={linkTo('/api/introductions/{id}/meetings/{meeting}.ics', {
                  path: { id: card.id, meeting: meeting.id },
                })}
                download
              >
                {t('desk.meeting.calendar')}
              </a>
              {underway && !meeting.cancelled && (
                <Button look="small" onClick={() => setEditing(meeting)}>
                  {t('desk.meeting.change')}
                </Button>
              )}
              {isAhead(meeting) && (
                <Button look="small" onClick={() => setCancelling(meeting)}>
                  {t('desk.meeting.cancel')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {underway && (
        <div>
          <Button look="small" onClick={() => setEditing('new')}>
            {t('desk.meeting.another')}
          </Button>
        </div>
      )}
      {editing && (
        <MeetingDialog
          card={card}
          meeting={editing === 'new' ? undefined : editing}
          change={change}
          onClose={() => setEditing(undefined)}
        />
      )}
      {cancelling && (
        <FormDialog
          title={t('desk.meeting.cancel')}
          submit={t('desk.meeting.cancel')}
          fields={[]}
          onClose={() => setCancelling(undefined)}
          onSubmit={() =>
            change(card, ({ id, version }) =>
              api.delete('/api/introductions/{id}/meetings/{meeting}', {
                path: { id, meeting: cancelling.id },
                version,
              }),
            )
          }
        >
          {() => (
            <>
              <p>
                {t('desk.meeting.cancelText', {
                  when: format.instant(cancelling.at),
                  people: format.list(cancelling.people),
                })}
              </p>
              <LettersPreview card={card} plan={{ act: 'cancelMeeting', meetingId: cancelling.id }} />
            </>
          )}
        </FormDialog>
      )}
    </section>
  )
}

function MeetingDialog({
  card,
  meeting,
  change,
  onClose,
}: {
  card: Introduction
  meeting: Meeting | undefined
  change: Change
  onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const [form, setForm] = useState(() => (meeting ? formOf(meeting) : newMeeting(card)))
  const book = (now: Introduction) => {
    const sent = { version: now.version, body: readMeeting(form) }
    return meeting
      ? api.put('/api/introductions/{id}/meetings/{meeting}', { path: { id: card.id, meeting: meeting.id }, ...sent })
      : api.post('/api/introductions/{id}/meetings', { path: { id: card.id }, ...sent })
  }
  return (
    <FormDialog
      title={t(meeting ? 'desk.meeting.change' : 'desk.meeting.another')}
      submit={t('desk.do.meet')}
      fields={meetingFields}
      onClose={onClose}
      onSubmit={() => change(card, book)}
    >
      {(errors) => (
        <>
          <p>
            <b>{pairName(card, words)}</b>
          </p>
          <MeetingFields meeting={form} errors={errors} onChange={setForm} />
          <LettersPreview
            card={card}
            plan={{ act: 'rebook', meeting: readMeeting(form), ...(meeting && { meetingId: meeting.id }) }}
          />
        </>
      )}
    </FormDialog>
  )
}

/** Those that show their own errors. */
export const meetingFields = ['at', 'minutes', 'place', 'people', 'note']

interface MeetingForm {
  kind: Meeting['kind']
  date: string
  time: string
  minutes: string
  place: string
  people: string
  note: string
  /** What is known of the place as long as it stays. */
  known?: Pick<Meeting, 'place' | 'point'>
}

/** At the counterpart's address; both sides' contacts are invited, as far as they are known. */
export const newMeeting = ({ seeker, counterpart }: Introduction): MeetingForm => ({
  kind: 'meeting',
  date: '',
  time: '10:00',
  minutes: '60',
  place: placeText(counterpart.details?.address),
  note: '',
  people: [seeker, counterpart]
    .flatMap((side) => side.details?.people ?? [])
    .flatMap(({ email }) => email ?? [])
    .join('\n'),
})

/** An address in one text for everybody: people of one meeting read different languages. */
function placeText(address: Named | undefined) {
  const { en, zhHant, zhHans } = localized(address)
  return [...new Set([en, zhHant ?? zhHans].filter(Boolean))].join(' / ').slice(0, 500)
}

const formOf = (meeting: Meeting): MeetingForm => ({
  kind: meeting.kind,
  date: hongKongDay(meeting.at),
  time: hongKongTime(meeting.at),
  minutes: String(meeting.minutes),
  place: meeting.place,
  people: meeting.people.join('\n'),
  note: meeting.note ?? '',
  known: meeting,
})

export const readMeeting = (form: MeetingForm) => ({
  kind: form.kind,
  // Left out, the server says that it is required.
  ...((form.date && form.time ? { at: hongKongInstant(form.date, form.time) } : {}) as { at: string }),
  minutes: Number(form.minutes),
  place: form.place.trim(),
  ...(form.known?.point && form.known.place === form.place.trim() && { point: form.known.point }),
  people: form.people.split(/[\s,;，；、]+/).filter(Boolean),
  ...(form.note.trim() && { note: form.note.trim() }),
})

export function MeetingFields({
  meeting,
  errors,
  onChange,
}: {
  meeting: MeetingForm
  errors: Errors
  onChange: (meeting: MeetingForm) => void
}) {
  const { t } = useWords()
  const lacksTime = Boolean(meeting.date) && !meeting.time
  const set = (part: Partial<MeetingForm>) => onChange({ ...meeting, ...part })
  return (
    <>
      <Segments
        label={t('desk.meeting.kindLabel')}
        value={meeting.kind}
        onChange={(kind) => set({ kind: kind as Meeting['kind'] })}
        options={(['meeting', 'siteVisit', 'trial'] as const).map((value) => ({
          value,
          label: t(`desk.meeting.kind.${value}`),
        }))}
      />
      <div className="grid">
        <DayField
          label={t('desk.meeting.date')}
          required
          min={hongKongDay()}
          value={meeting.date}
          errors={lacksTime ? undefined : errors.at}
          onChange={(day) => set({ date: day })}
        />
        <ClockField
          label={t('desk.meeting.time')}
          required
          value={meeting.time}
          errors={lacksTime ? errors.at : undefined}
          onChange={(time) => set({ time })}
        />
        <TextField
          label={t('desk.meeting.minutes')}
          type="number"
          required
          min={15}
          max={720}
          step={5}
          value={meeting.minutes}
          errors={errors.minutes}
          onChange={(event) => set({ minutes: event.target.value })}
        />
      </div>
      <TextField
        label={t('desk.meeting.place')}
        required
        maxLength={500}
        value={meeting.place}
        errors={errors.place}
        onChange={(event) => set({ place: event.target.value })}
      />
      <TextArea
        label={t('desk.meeting.people')}
        hint={t('desk.meeting.peopleHint')}
        value={meeting.people}
        errors={errors.people}
        onChange={(event) => set({ people: event.target.value })}
      />
      <TextArea
        label={t('desk.meeting.note')}
        maxLength={2000}
        value={meeting.note}
        errors={errors.note}
        onChange={(event) => set({ note: event.target.value })}
      />
    </>
  )
}
