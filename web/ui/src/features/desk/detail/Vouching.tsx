import type { Introduction, Side } from '../../../api/introductions'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { answeringFor, confirmedBy } from '../../../introductions/vouching'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'
import { act } from '../moves'
import type { Change } from '../useMoves'

/** Whether a side's yes counts, and by whose word; while it matters, a colleague of the broker can give theirs. */
export function Vouching({ card, side, change }: { card: Introduction; side: Side; change: Change }) {
  const words = useWords()
  const { t } = words
  const { run, busy, error } = useSave()
  const answering = answeringFor(card, side)
  if (!answering) return null
  const { mailbox, by } = answering
  if (by) return <p className="meta">✓ {confirmedBy(by, words)}</p>
  if (card.state !== 'offered') return null
  const vouch = async () => {
    const failure = await change(card, (now) => act(now, 'vouch', { side }))
    if (failure !== undefined) throw failure
  }
  return (
    <>
      <p className="consent">⚠ {t(card[side].consent ? 'desk.notCounted' : 'desk.notConfirmed', { mailbox })}</p>
      <div>
        <Button look="small" disabled={busy} onClick={() => void run(vouch)}>
          {t('desk.confirmAddress')}
        </Button>
      </div>
      <ProblemNotice error={error} />
    </>
  )
}
