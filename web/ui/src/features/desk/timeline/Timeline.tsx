import {
  Bell,
  CalendarClock,
  CalendarPlus,
  CalendarX2,
  CircleCheck,
  CircleChevronRight,
  CircleDot,
  Lock,
  type LucideIcon,
  Mail,
  MailX,
  CornerUpLeft,
  UserRoundCheck,
} from 'lucide-react'
import type { Schemas } from '../../../api/client'
import type { Introduction } from '../../../api/introductions'
import { type Words, useWords } from '../../../i18n/i18n'
import { byName } from '../labels'
import { movesOf } from '../moves'
import { headline } from './headline'
import './timeline.css'

export type TimelineEntry = Schemas['TimelineEntry']

const icons: Record<TimelineEntry['kind'], LucideIcon> = {
  created: CircleChevronRight,
  asked: CircleChevronRight,
  moved: CircleChevronRight,
  consented: CircleCheck,
  counted: CircleCheck,
  vouched: UserRoundCheck,
  doubted: CornerUpLeft,
  withdrew: CornerUpLeft,
  assigned: UserRoundCheck,
  reminded: Bell,
  booked: CalendarPlus,
  rebooked: CalendarPlus,
  cancelled: CalendarX2,
  timesAsked: CalendarClock,
  timesOffered: CalendarClock,
  noted: Lock,
  caredFor: Lock,
  written: Mail,
  returned: MailX,
}

/** Everything that happened, the newest first, under what comes next. */
export function Timeline({ card, entries }: { card: Introduction; entries: readonly TimelineEntry[] }) {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('desk.timeline.title')}</h3>
      <ol className="desk-timeline">
        {card.holder !== 'nobody' && <Next card={card} />}
        {[...entries].reverse().map((entry, index) => (
          <Entry key={`${entry.at} ${entry.kind} ${index}`} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

/** Who acts next, on what, and by when. */
function Next({ card }: { card: Introduction }) {
  const { t, format } = useWords()
  const [move] = card.holder === 'officer' ? movesOf(card) : []
  return (
    <li className="next">
      <CircleDot size={18} strokeWidth={1.9} aria-hidden />
      <div>
        <p>
          <b>{move ? t(`desk.act.${move.act}`) : t('inbox.wait', { who: t(`desk.holds.${card.holder}`) })}</b>
        </p>
        <p className="meta">
          {t('desk.timeline.next')}
          {card.overdue
            ? ` · ${t('desk.overdue')}`
            : card.dueOn && ` · ${t('desk.due', { day: format.day(card.dueOn) })}`}
        </p>
      </div>
    </li>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const words = useWords()
  const { t, format } = words
  const Icon = icons[entry.kind]
  const { letter, meeting, text, kind } = entry
  const own = kind === 'noted' || kind === 'caredFor'
  return (
    <li>
      <Icon size={18} strokeWidth={1.9} aria-hidden />
      <div>
        {letter ? (
          <details>
            <summary>
              {headline(entry, words)} <span className="meta">{letterState(letter, words)}</span>
            </summary>
            <p className="letter-body">{letter.text}</p>
          </details>
        ) : (
          <p>{headline(entry, words)}</p>
        )}
        {meeting && (
          <p className="meta">
            {t(`desk.meeting.kind.${meeting.kind}`)} · {format.instant(meeting.at)} · {meeting.place}
          </p>
        )}
        {text && kind !== 'assigned' && <p className={own ? 'note' : 'meta'}>{text}</p>}
        <p className="meta nums">
          {[format.instant(entry.at), !letter && kind !== 'returned' && byName(entry.by, words)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  )
}

const letterState = ({ sentAt, failure }: Schemas['TimelineLetter'], { t, format }: Words) =>
  failure
    ? t('letters.failed', { reason: failure })
    : sentAt
      ? t('letters.sent', { at: format.instant(sentAt) })
      : t('desk.timeline.waiting')
