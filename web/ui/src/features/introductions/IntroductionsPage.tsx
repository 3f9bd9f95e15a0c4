import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/i18n'
import { type IntroductionList, sections } from '../../introductions/introductionList'
import { otherOf, sideName } from '../../introductions/status'
import { statusText } from '../../introductions/announcements'
import {
  readIntroductions,
  useIntroductions,
  useIntroductionView,
  useIntroductionPolling,
} from '../../introductions/useIntroductions'
import { Button } from '../../kit/Button'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { Announcer } from '../../live/Announcer'
import { IntroductionCard } from './IntroductionCard'

/** A party's own introductions: those that wait for it first, the ended ones last. */
export default function IntroductionsPage() {
  const { t } = useWords()
  const list = useIntroductions()
  const { ready, order, pending } = useIntroductionView(list)
  useIntroductionPolling(list)
  // Nobody reads yet, so this is the moment to put everything in its place.
  useEffect(() => list.arrange(), [list])
  const none = ready && sections.every((section) => order[section].length === 0)
  return (
    <div className="page introductions-page">
      <div className="page-head">
        <PageHeading title={t('nav.introductions')} />
        <div className="rerank">
          {pending > 0 && (
            <Button look={['primary', 'pill', 'small']} onClick={() => list.arrange()}>
              {t('introductions.arrange', { count: pending })}
            </Button>
          )}
        </div>
      </div>
      <p className="meta">{t('introductions.intro')}</p>
      {!ready && <p className="meta">{t('loading')}</p>}
      {none && <p>{t('introductions.none')}</p>}
      {!none &&
        ready &&
        sections.map(
          (section) =>
            (order[section].length > 0 || section === 'yours') && (
              <section key={section} aria-labelledby={`section-${section}`}>
                <h2 id={`section-${section}`}>
                  {t(`introductions.section.${section}`)} <span className="meta nums">{order[section].length}</span>
                </h2>
                {order[section].length === 0 && <p className="meta">{t('introductions.sectionNone')}</p>}
                <ul className="introduction-cards">
                  {order[section].map((id) => (
                    <IntroductionCard key={id} id={id} list={list} />
                  ))}
                </ul>
              </section>
            ),
        )}
      {ready && <Older list={list} />}
      <News list={list} />
    </div>
  )
}

/** The hub tells of what ended within 30 days; what is older is asked for. */
function Older({ list }: { list: IntroductionList }) {
  const { t } = useWords()
  const [state, setState] = useState<{ asked?: boolean; error?: unknown }>({})
  const read = async () => {
    try {
      const pages = await Promise.all((['concluded', 'declined'] as const).map((state) => readIntroductions(state)))
      list.put(...pages.flatMap(({ items }) => items))
      list.arrange()
      setState({ asked: true })
    } catch (error) {
      setState({ error })
    }
  }
  return (
    <>
      <ProblemNotice error={state.error} />
      {!state.asked && (
        <p className="show-more">
          <Button onClick={() => void read()}>{t('introductions.older')}</Button>
        </p>
      )}
    </>
  )
}

/** Tells a screen reader what changed in place. */
function News({ list }: { list: IntroductionList }) {
  const words = useWords()
  const { changed } = useIntroductionView(list)
  return (
    <Announcer
      changed={changed}
      describe={(ids) => {
        const introduction = list.entry(ids.at(-1)!)?.introduction
        return introduction
          ? words.t('introductions.updated', {
              name: sideName(otherOf(introduction), words).text,
              standing: statusText(introduction, words),
            })
          : ''
      }}
    />
  )
}
