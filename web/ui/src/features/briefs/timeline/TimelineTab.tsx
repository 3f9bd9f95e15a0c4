import { CalendarCheck2, CalendarClock, CalendarDays, type LucideIcon, MailCheck, Milestone, Send } from 'lucide-react'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import { isOffice, useMe } from '../../../api/session'
import type { Demand } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { sideName } from '../../../introductions/status'
import { useIntroductions, useIntroductionView } from '../../../introductions/useIntroductions'
import { describeCriterion } from '../../../score/describe'
import './timeline.css'
import { type TimelineEntry, type TimelineKind, timelineOf } from './timeline'
import { hongKongDay } from '../../../kit/days/hongKong'

const icons: Record<TimelineKind, LucideIcon> = {
  needed: CalendarCheck2,
  due: CalendarClock,
  meeting: CalendarDays,
  asked: Send,
  offered: Send,
  released: MailCheck,
  moved: Milestone,
}
const dayOf = (instant: string) => hongKongDay(Date.parse(instant))

/** What has a day in this Brief: what comes first, then what was. */
export function TimelineTab({ demands }: { demands: Demand[] }) {
  const { t } = useWords()
  const list = useIntroductions()
  const view = useIntroductionView(list)
  const { coming, past } = useMemo(() => {
    const introductions = Object.values(view.order).flatMap((ids) =>
      ids.flatMap((id) => list.entry(id)?.introduction ?? []),
    )
    return timelineOf(demands, introductions, hongKongDay(), dayOf)
  }, [demands, list, view])
  return (
    <div className="page timeline">
      <section aria-labelledby="coming">
        <h2 id="coming">{t('brief.timeline.coming')}</h2>
        {coming.length === 0 ? <p className="meta">{t('brief.timeline.nothing')}</p> : <Entries entries={coming} />}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{t('brief.timeline.past')}</h2>
          <Entries entries={past} />
        </section>
      )}
    </div>
  )
}

function Entries({ entries }: { entries: TimelineEntry[] }) {
  const { format } = useWords()
  return (
    <ol className="timeline-entries">
      {entries.map((entry) => {
        const Icon = icons[entry.kind]
        return (
          <li key={entry.key}>
            <time dateTime={entry.day} className="nums">
              {format.day(entry.day)}
            </time>
            <Icon size={18} strokeWidth={1.9} aria-hidden />
            <div>
              <What entry={entry} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function What({ entry: { kind, demand, introduction, at } }: { entry: TimelineEntry }) {
  const words = useWords()
  const { t } = words
  const { me } = useMe()
  if (!introduction) return <Needed demand={demand} />
  const { text: name } = sideName(introduction.counterpart, words)
  const meeting = kind === 'meeting' ? introduction.meetings.find((one) => one.at === at) : undefined
  return (
    <>
      <Link href={`/${isOffice(me) ? 'desk' : 'introductions'}/${introduction.id}`}>{name}</Link>{' '}
      <span>
        {kind === 'moved'
          ? t(`desk.state.${introduction.state}`)
          : t(`brief.timeline.${kind}`, meeting ? { context: meeting.kind } : {})}
      </span>
      <div className="meta">
        {meeting
          ? `${words.format.span(meeting.at, meeting.minutes)} · ${meeting.place}`
          : t(`nav.${introduction.board}`)}
      </div>
    </>
  )
}

/** A condition with a day, as the requirement says it. */
function Needed({ demand }: { demand: Demand }) {
  const words = useWords()
  const schema = useSchema(demand.board)
  const dated = demand.criteria.filter(({ attribute }) => schema.byCode.get(attribute)?.kind === 'date')
  return (
    <>
      {words.format.list(dated.map((criterion) => describeCriterion(criterion, schema, words)))}
      <div className="meta">{words.t(`nav.${demand.board}`)}</div>
    </>
  )
}
