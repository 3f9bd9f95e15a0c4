import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client'
import type { OwnSession } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { ProblemNotice, Said } from '../../../kit/Notice'

/** Where the reader is signed in; each but this one ends at a button. */
export function SessionList() {
  const { t } = useWords()
  const cache = useQueryClient()
  const { run, busy, result, error } = useSave<string>()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => api.get('/api/me/sessions', { signal }),
    select: (page) => page.items,
  })
  const end = async (request: Promise<unknown>, said: string) => {
    await request
    await cache.invalidateQueries({ queryKey: ['sessions'] })
    return said
  }
  const endOne = (id: string) => end(api.delete('/api/me/sessions/{id}', { path: { id } }), t('own.ended'))
  const endOthers = () => end(api.delete('/api/me/sessions'), t('own.endedOthers'))
  const others = (sessions.data ?? []).some((session) => !session.isCurrent)
  return (
    <section className="card">
      <h2>{t('own.sessions')}</h2>
      {result && <Said>{result}</Said>}
      <ProblemNotice error={error ?? sessions.error} />
      <ul className="rows">
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} busy={busy} onEnd={() => void run(() => endOne(session.id))} />
        ))}
      </ul>
      {others && (
        <Button disabled={busy} onClick={() => void run(endOthers)}>
          {t('own.endOthers')}
        </Button>
      )}
    </section>
  )
}

function SessionRow({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  const { t, format } = useWords()
  const device = session.device ?? t(session.isToken ? 'own.token' : 'own.unknownDevice')
  const at = format.instant(session.createdAt)
  return (
    <li>
      <div>
        <p className="device">
          {device} {session.isCurrent && <span className="tag">{t('own.here')}</span>}
          {session.isToken && session.device && <span className="tag">{t('own.token')}</span>}
        </p>
        <p className="meta nums">{t('own.since', { at })}</p>
        <p className="meta nums">{t('own.seen', { at: format.instant(session.seenAt) })}</p>
      </div>
      {!session.isCurrent && (
        <Button disabled={busy} aria-label={t('own.endOne', { device, at })} onClick={onEnd}>
          {t('own.end')}
        </Button>
      )}
    </li>
  )
}
