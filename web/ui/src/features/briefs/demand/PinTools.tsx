import { type FormEvent, useState } from 'react'
import type { Pin } from '../../../api/introductions'
import { usePlaces } from '../../../api/records'
import { useMe } from '../../../api/session'
import type { Demand } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextArea } from '../../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../../kit/Notice'
import { placeOf } from '../../../matches/list/names'
import { useOpened } from '../../../matches/useOpened'
import { usePinActs } from './pins'

/** What was done by hand, by whom and why; one that waits says so. */
export function PinLine({ pin: { kind, reason, proposedBy, approvedBy } }: { pin: Pin }) {
  const { t } = useWords()
  return (
    <p className={approvedBy ? 'pin-line' : 'pin-line waits'}>
      <b>{t(`pins.${approvedBy ? 'stands' : 'waits'}.${kind}`)}</b> ·{' '}
      {approvedBy ? t('pins.by', { proposed: proposedBy, approved: approvedBy }) : proposedBy} · {reason}
    </p>
  )
}

/** All of a list's pins above its rows, so that none waits unseen. */
export function PinPanel({ demand, pins }: { demand: Demand; pins: Pin[] }) {
  const words = useWords()
  const { t } = words
  const { select } = useOpened()
  const places = usePlaces(
    demand.board,
    pins.flatMap(({ match }) => match.split('+')),
  )
  const waiting = pins.filter(({ approvedBy }) => !approvedBy).length
  if (pins.length === 0) return null
  return (
    <details className="list-panel">
      <summary>
        <h2>
          {t('pins.title')} <span className="nums">{pins.length}</span>
        </h2>
        {waiting > 0 && <span className="meta">{t('pins.waiting', { count: waiting })}</span>}
      </summary>
      <ul className="near-list">
        {pins.map((pin) => (
          <li key={pin.id}>
            <button type="button" className="match-open" onClick={() => select(pin.match)}>
              {placeOf(pin.match, places, words).name}
            </button>
            <PinLine pin={pin} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** An officer proposes a place by hand, a second one approves it. */
export function PinTools({ demand, match, pins }: { demand: Demand; match: string; pins: Pin[] }) {
  const { t } = useWords()
  const { me } = useMe()
  const acts = usePinActs(demand.id)
  const [kind, setKind] = useState<Pin['kind']>()
  const [reason, setReason] = useState('')
  const own = pins.filter((pin) => pin.match === match)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await acts.propose(match, kind!, reason.trim()))) return
    setKind(undefined)
    setReason('')
  }
  return (
    <div className="pin-tools">
      {own.map((pin) => (
        <div key={pin.id} className="pin">
          <PinLine pin={pin} />
          {!pin.approvedBy && pin.proposedBy === me?.email && <p className="meta">{t('pins.own')}</p>}
          <div className="row">
            {!pin.approvedBy && pin.proposedBy !== me?.email && (
              <Button look={['small', 'primary']} onClick={() => void acts.approve(pin)}>
                {t('pins.approve')}
              </Button>
            )}
            <Button look="small" onClick={() => void acts.remove(pin)}>
              {t('pins.remove')}
            </Button>
          </div>
        </div>
      ))}
      {acts.changed && <Notice look="warn">{t('pins.changed')}</Notice>}
      <ProblemNotice error={acts.error} />
      {own.length === 0 && !kind && (
        <div className="row">
          {(['pin', 'demote'] as const).map((choice) => (
            <Button key={choice} look="small" onClick={() => setKind(choice)}>
              {t(`pins.propose.${choice}`)}
            </Button>
          ))}
        </div>
      )}
      {own.length === 0 && kind && (
        <form className="answer-form" onSubmit={(event) => void submit(event)}>
          <TextArea
            label={t('pins.reason')}
            hint={t('pins.reasonHint')}
            required
            autoFocus
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="row">
            <Button look={['small', 'primary']} type="submit" disabled={!reason.trim()}>
              {t(`pins.send.${kind}`)}
            </Button>
            <Button look="small" onClick={() => setKind(undefined)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
