import { memo } from 'react'
import { Link } from 'wouter'
import type { Meeting } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { asksOwn, otherOf, sideName, sideOf } from '../../introductions/status'
import { nextStepText, statusText } from '../../introductions/announcements'
import type { IntroductionList } from '../../introductions/introductionList'
import { useEntry } from '../../introductions/useIntroductions'

/** One introduction at a glance: what stands, and who acts next. */
export const IntroductionCard = memo(function IntroductionCard({ id, list }: { id: string; list: IntroductionList }) {
  const words = useWords()
  const { t, text, format } = words
  const entry = useEntry(list, id)
  if (!entry) return null
  const { introduction, gone, change } = entry
  const asks = asksOwn(introduction)
  const name = sideName(otherOf(introduction), words)
  const meeting = nextMeeting(introduction.meetings)
  const topic = [introduction.demandName, introduction.matchName].map(text).filter(Boolean).join(' · ')
  return (
    <li className={`card introduction-card${gone ? ' gone' : ''}`}>
      {change > 0 && <span key={change} className="flash" aria-hidden="true" />}
      <h3>
        <Link href={`/introductions/${id}`}>{name.text}</Link>{' '}
        {name.alias && <span className="tag alias">{t('introductions.alias')}</span>}
      </h3>
      <p className="meta">
        {topic && <b>{topic}</b>} {t(`introductions.about.${sideOf(introduction)}.${introduction.board}`)}
      </p>
      {gone ? (
        <p>{t('introductions.gone')}</p>
      ) : (
        <>
          <p>{statusText(introduction, words)}</p>
          {meeting && (
            <p className="nums">
              <b>{t('introductions.meeting.time', { time: format.span(meeting.at, meeting.minutes) })}</b>{' '}
              {meeting.place}
            </p>
          )}
          {introduction.holder !== 'nobody' && (
            <p className={asks ? 'asks' : 'meta'}>
              {t('introductions.next')}
              {t('introductions.colon')}
              {nextStepText(introduction, words)}
            </p>
          )}
          {asks && (
            <div className="answers">
              <Link href={`/introductions/${id}`} className="button primary">
                {t('introductions.read')}
              </Link>
            </div>
          )}
        </>
      )}
    </li>
  )
})

const nextMeeting = (meetings: Meeting[]) =>
  meetings
    .filter(({ at, minutes, cancelled }) => !cancelled && Date.parse(at) + minutes * 60_000 > Date.now())
    .sort((a, b) => a.at.localeCompare(b.at))[0]
