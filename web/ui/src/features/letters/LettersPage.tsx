import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { api } from '../../api/client'
import type { Page } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import './letters.css'

interface Letter {
  id: string
  to: string
  subject: string
  text: string
  introduction?: string
  at: string
  sentAt?: string
  failure?: string
}

/** The outbox as officers may read it, newest first. */
export default function LettersPage() {
  const { t } = useWords()
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['letters'],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<Letter>) => page.next,
    queryFn: ({ pageParam, signal }) => api.get('/api/letters', { query: { after: pageParam, limit: 50 }, signal }),
  })
  const letters = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="page">
      <PageHeading title={t('nav.letters')} />
      <p className="meta">{t('letters.about')}</p>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data && letters.length === 0 && <p>{t('letters.none')}</p>}
      {letters.length > 0 && (
        <ul className="card rows letters">
          {letters.map((letter) => (
            <li key={letter.id}>
              <OneLetter letter={letter} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <p className="show-more">
          <Button onClick={() => void fetchNextPage()}>{t('more')}</Button>
        </p>
      )}
    </div>
  )
}

function OneLetter({ letter }: { letter: Letter }) {
  const { t, format } = useWords()
  const { failure, sentAt } = letter
  const state = failure ? 'failed' : sentAt ? 'sent' : 'kept'
  return (
    <details className="group letter">
      <summary>
        <h2>{letter.subject}</h2>
        <span className="meta">{t('letters.to', { to: letter.to })}</span>
        <span className={`letter-state ${state}`}>
          {t(`letters.${state}`, { reason: failure, at: sentAt && format.instant(sentAt) })}
        </span>
      </summary>
      <p className="meta nums">
        {t('letters.written', { at: format.instant(letter.at) })}
        {letter.introduction && (
          <>
            {' '}
            · <Link href={`/desk/${encodeURIComponent(letter.introduction)}`}>{t('letters.introduction')}</Link>
          </>
        )}
      </p>
      <p className="letter-text">{letter.text}</p>
    </details>
  )
}
