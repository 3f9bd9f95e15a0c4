import { CalendarClock } from 'lucide-react'
import { useWords } from '../../../i18n/i18n'
import { agendaOf, isAhead } from '../../../introductions/meetings/agenda'
import { otherOf, sideName } from '../../../introductions/status'
import { useIntroductions, useIntroductionView } from '../../../introductions/useIntroductions'
import { HomeCard, HomeRow } from './pieces'

const shown = 3

/** The reader's next meetings; nothing while none is booked. */
export function NextMeetings() {
  const words = useWords()
  const { t, format } = words
  const list = useIntroductions()
  useIntroductionView(list)
  const next = agendaOf(list.all())
    .ahead.flatMap(({ appointments }) => appointments)
    .filter(({ meeting }) => isAhead(meeting))
  if (next.length === 0) return null
  return (
    <HomeCard title={t('agenda.home')} all={{ href: '/meetings', text: t('agenda.homeAll') }}>
      <ul className="home-rows">
        {next.slice(0, shown).map(({ introduction, meeting }) => (
          <HomeRow
            key={meeting.id}
            href="/meetings"
            mark={<CalendarClock size={18} strokeWidth={1.9} aria-hidden />}
            title={sideName(otherOf(introduction), words).text}
            meta={`${format.span(meeting.at, meeting.minutes)} · ${meeting.place}`}
          />
        ))}
      </ul>
    </HomeCard>
  )
}
