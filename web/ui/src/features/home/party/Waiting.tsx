import { Handshake } from 'lucide-react'
import { useWords } from '../../../i18n/i18n'
import { nextStepText } from '../../../introductions/announcements'
import { otherOf, sideName } from '../../../introductions/status'
import { useIntroductions, useIntroductionView } from '../../../introductions/useIntroductions'
import { HomeCard, HomeRow } from './pieces'

const shown = 4

/** The introductions that wait for the reader's answer, and how many are in progress besides. */
export function Waiting() {
  const words = useWords()
  const { t, text } = words
  const list = useIntroductions()
  const { ready, order } = useIntroductionView(list)
  if (!ready) return null
  const inProgress = order.open.length
  return (
    <HomeCard
      title={t('home.waiting.title')}
      {...(order.yours.length + inProgress > 0 && {
        all: { href: '/introductions', text: t('home.waiting.all') },
      })}
    >
      {order.yours.length === 0 && (
        <p className="meta">
          {inProgress > 0 ? t('home.waiting.others', { count: inProgress }) : t('home.waiting.none')}
        </p>
      )}
      <ul className="home-rows">
        {order.yours.slice(0, shown).map((id) => {
          const introduction = list.entry(id)?.introduction
          if (!introduction) return null
          const topic = [introduction.demandName, introduction.matchName].map(text).filter(Boolean).join(' · ')
          return (
            <HomeRow
              key={id}
              href={`/introductions/${id}`}
              mark={<Handshake size={18} strokeWidth={1.9} aria-hidden />}
              title={sideName(otherOf(introduction), words).text}
              meta={[topic, nextStepText(introduction, words)].filter(Boolean).join(' · ')}
            />
          )
        })}
      </ul>
    </HomeCard>
  )
}
