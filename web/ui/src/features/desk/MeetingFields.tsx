import type { Introduction, Meeting } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { Segments, TextArea, TextField } from '../../kit/Field'
import type { Errors } from './MoveDialog'
import { hongKongDay, hongKongInstant, hongKongTime } from './say'

export interface MeetingForm {
  kind: Meeting['kind']
  date: string
  time: string
  minutes: string
  place: string
  people: string
  note: string
}

/** Both sides' contacts are invited, as far as they are known. */
export const newMeeting = ({ seeker, counterpart }: Introduction): MeetingForm => ({
  kind: 'meeting', date: '', time: '10:00', minutes: '60', place: '', note: '',
  people: [seeker, counterpart].flatMap((side) => side.details?.people ?? []).flatMap(({ email }) => email ?? []).join('\n'),
})

export const formOf = (meeting: Meeting): MeetingForm => ({
  kind: meeting.kind, date: hongKongDay(meeting.at), time: hongKongTime(meeting.at), minutes: String(meeting.minutes), place: meeting.place,
  people: meeting.people.join('\n'), note: meeting.note ?? '',
})

export const readMeeting = (form: MeetingForm) => ({
  kind: form.kind, at: hongKongInstant(form.date, form.time), minutes: Number(form.minutes), place: form.place.trim(),
  people: form.people.split(/[\s,;，；、]+/).filter(Boolean), ...(form.note.trim() && { note: form.note.trim() }),
})

export function MeetingFields({ meeting, errors, onChange }: { meeting: MeetingForm; errors: Errors; onChange: (meeting: MeetingForm) => void }) {
  const { t } = useWords()
  const set = (part: Partial<MeetingForm>) => onChange({ ...meeting, ...part })
  return (
    <>
      <Segments label={t('desk.meeting.kindLabel')} value={meeting.kind} onChange={(kind) => set({ kind: kind as Meeting['kind'] })}
        options={(['meeting', 'siteVisit', 'trial'] as const).map((value) => ({ value, label: t(`desk.meeting.kind.${value}`) }))} />
      <div className="grid">
        <TextField label={t('desk.meeting.date')} type="date" required min={hongKongDay()} value={meeting.date} errors={errors.at} onChange={(event) => set({ date: event.target.value })} />
        <TextField label={t('desk.meeting.time')} type="time" required value={meeting.time} onChange={(event) => set({ time: event.target.value })} />
        <TextField label={t('desk.meeting.minutes')} type="number" required min={15} max={720} step={5} value={meeting.minutes} errors={errors.minutes} onChange={(event) => set({ minutes: event.target.value })} />
      </div>
      <TextField label={t('desk.meeting.place')} required maxLength={500} value={meeting.place} errors={errors.place} onChange={(event) => set({ place: event.target.value })} />
      <TextArea label={t('desk.meeting.people')} hint={t('desk.meeting.peopleHint')} value={meeting.people} errors={errors.people} onChange={(event) => set({ people: event.target.value })} />
      <TextArea label={t('desk.meeting.note')} maxLength={2000} value={meeting.note} errors={errors.note} onChange={(event) => set({ note: event.target.value })} />
    </>
  )
}
