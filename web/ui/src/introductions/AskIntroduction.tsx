import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { api, ProblemError } from '../api/client'
import { isOffice, useMe } from '../api/session'
import { partyOf } from '../kinds/kinds'
import type { Demand, Me } from '../api/types'
import { useSave } from '../api/useSave'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { Notice, ProblemNotice } from '../kit/Notice'
import { useIntroductions } from './useIntroductions'

const mayAsk = (me: Me | null, demand: Demand) => isOffice(me) || (me !== null && partyOf(me) === demand.owner)
const pathOf = (me: Me | null, id: string) => (isOffice(me) ? `/desk/${id}` : `/introductions/${id}`)

/** The open introduction of a match of this demand, as far as it is told. */
function useOpenOne(demand: string, match: string) {
  const list = useIntroductions()
  return { list, open: useSyncExternalStore(list.subscribe, () => list.openOf(demand, match)) }
}

/** A party asks for the introduction to a match of its own demand; an officer takes it. */
export function AskIntroduction({ demand, match }: { demand: Demand; match: string }) {
  const { t } = useWords()
  const { me } = useMe()
  const { list, open } = useOpenOne(demand.id, match)
  const save = useSave()
  if (!mayAsk(me, demand)) return null
  if (open) {
    return (
      <p className="row asked-for">
        <span className="tag">{t('introductions.ask.asked', { state: t(`introductions.state.${open.state}`) })}</span>
        <Link href={pathOf(me, open.id)} className="button small">
          {t('introductions.ask.see')}
        </Link>
      </p>
    )
  }
  const ask = () =>
    save.run(async () => list.made(match, await api.post('/api/introductions', { body: { demand: demand.id, match } })))
  return (
    <div className="ask-introduction">
      <Button look="primary" disabled={save.busy} onClick={() => void ask()}>
        {t(isOffice(me) ? 'introductions.ask.take' : 'introductions.ask.ask')}
      </Button>
      {!isOffice(me) && <p className="meta">{t('introductions.ask.hint')}</p>}
      <Refusal error={save.error} all={isOffice(me) ? '/desk' : '/introductions'} />
    </div>
  )
}

function Refusal({ error, all }: { error: unknown; all: string }) {
  const { t } = useWords()
  if (error instanceof ProblemError && error.status === 409) {
    return (
      <Notice look="warn">
        {t('introductions.ask.already')} <Link href={all}>{t('introductions.back')}</Link>
      </Notice>
    )
  }
  const messages = error instanceof ProblemError ? Object.values(error.problem.errors ?? {}).flat() : []
  return messages.length > 0 ? <Notice look="danger">{messages.join(' ')}</Notice> : <ProblemNotice error={error} />
}

/** Beside a row: that its introduction is open, and how far it is. */
export function IntroductionMark({ demand, match }: { demand: Demand; match: string }) {
  const { t } = useWords()
  const { open } = useOpenOne(demand.id, match)
  return open ? (
    <span className="tag">{t('introductions.ask.asked', { state: t(`introductions.state.${open.state}`) })}</span>
  ) : null
}
