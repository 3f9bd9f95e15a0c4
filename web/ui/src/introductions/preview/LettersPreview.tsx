import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ProblemError, type Schemas } from '../../api/client'
import type { Introduction, Side } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice } from '../../kit/Notice'
import { useDebounced } from '../../kit/useDebounced'
import { Knows } from './Knows'

/** An act with its values, as its own route reads them. */
export type Plan = Schemas['PlannedBody']
type Letter = Schemas['LetterPreview']

const sides = ['seeker', 'counterpart'] as const
const languages = { en: 'EN', 'zh-Hant': '繁', 'zh-Hans': '简' } as const

/** The letters that an act would send, each as its reader would have it; they follow the form a moment later. */
export function LettersPreview({ card, plan }: { card: Pick<Introduction, 'id' | 'version'>; plan: Plan }) {
  const { t } = useWords()
  const sent = useDebounced(JSON.stringify(plan), 400)
  const { data, error, isFetching } = useQuery({
    queryKey: ['introductions', card.id, 'preview', card.version, sent],
    queryFn: ({ signal }) =>
      api.post('/api/introductions/{id}/preview', {
        path: { id: card.id },
        body: JSON.parse(sent) as Plan,
        version: card.version,
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    staleTime: 0,
  })
  // The form tells beside its fields what it lacks, once it is sent.
  const unfinished = error instanceof ProblemError && error.status === 422
  return (
    <section className="letters-preview" aria-label={t('desk.preview.title')} aria-busy={isFetching}>
      <h3>{t('desk.preview.title')}</h3>
      {unfinished && <p className="meta">{t('desk.preview.unfinished')}</p>}
      {error && !unfinished && <ProblemNotice error={error} />}
      {!error && !data && <p className="meta">{t('loading')}</p>}
      {!error && data && (
        <>
          {data.letters.length === 0 && <p className="meta">{t('desk.preview.none')}</p>}
          {data.letters.map((letter, index) => (
            <OneLetter key={`${letter.to} ${index}`} letter={letter} />
          ))}
          {data.letters.some(({ hasLink }) => hasLink) && <Behind views={data.views} />}
        </>
      )}
    </section>
  )
}

function OneLetter({ letter: { side, to, subject, text, language, hasLink, hasCalendar } }: { letter: Letter }) {
  const { t } = useWords()
  const known = language as keyof typeof languages | undefined
  return (
    <details className="group letter-preview" open>
      <summary>
        <b>{subject}</b>
        <span className="meta">
          {side ? t('desk.preview.toSide', { side: t(`desk.side.${side}`), to }) : t('letters.to', { to })}
        </span>
        <span className="tag">{known ? languages[known] : t('desk.preview.allLanguages')}</span>
      </summary>
      <p className="letter-body" lang={known}>
        {text}
      </p>
      {hasLink && <p className="meta">{t('desk.preview.link')}</p>}
      {hasCalendar && <p className="meta">{t('desk.preview.calendar')}</p>}
    </details>
  )
}

/** What each reader finds when it opens its link. */
function Behind({ views }: { views: Schemas['SideViews'] }) {
  const { t } = useWords()
  const seen = (side: Side) => views[side]
  return (
    <details className="group">
      <summary>
        <h3>{t('desk.preview.behind')}</h3>
      </summary>
      <div className="knows-pair">
        {sides.map((side) => {
          const view = seen(side)
          return view && <Knows key={side} view={view} side={side} />
        })}
      </div>
    </details>
  )
}
