import type { Introduction, Side } from '../../../api/introductions'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { standingOf } from '../../../introductions/vouching'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'
import { act } from '../moves'
import type { Change } from '../useMoves'

/** Whether a side's yes counts, and by whose word; while it matters, a colleague of the broker can give theirs. */
export function Vouching({ card, side, change }: { card: Introduction; side: Side; change: Change }) {
  const { t } = useWords()
  const { run, busy, error } = useSave()
  const standing = standingOf(card, side)
  if (!standing) return null
  const { mailbox, by } = standing
  if (by) return <p className="meta">✓ {by === 'sample' ? t('people.sample') : t('people.confirmed', { by })}</p>
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
