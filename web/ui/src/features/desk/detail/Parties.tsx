import { Link } from 'wouter'
import type { Schemas } from '../../../api/client'
import type { Introduction, Participant, Side } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { matchLabel, sideName } from '../labels'
import { Knows } from '../../../introductions/preview/Knows'
import type { Change } from '../useMoves'
import { Vouching } from './Vouching'
import { boards } from '../../../kinds/boards'
import { pageOf, rowOf } from '../../../kinds/kinds'

/** Several spaces taken together are shown with the first one. */
const profilePath = ({ board, match }: Introduction) =>
  match && rowOf(boards[board].collection).page?.(match.split('+')[0]!)

/** Both sides beside each other: who it is, what it has answered, and what it knows of the other. */
export function Parties({
  card,
  views,
  change,
}: {
  card: Introduction
  /** As each side reads it; undefined while that is asked for. */
  views: Schemas['SideViews'] | undefined
  change: Change
}) {
  return (
    <div className="parties">
      {(['seeker', 'counterpart'] as const).map((side) => (
        <Party key={side} card={card} side={side} views={views} change={change} />
      ))}
    </div>
  )
}

function Party({
  card,
  side,
  views,
  change,
}: {
  card: Introduction
  side: Side
  views: Schemas['SideViews'] | undefined
  change: Change
}) {
  const words = useWords()
  const { t, text } = words
  const party = card[side]
  const name = sideName(party, words)
  const page = party.party && pageOf(party.party)
  const record = side === 'seeker' ? card.demand && `/demands/${card.demand}` : profilePath(card)
  const recordName =
    side === 'seeker'
      ? text(card.demandName) || card.demand
      : matchLabel(card.board, card.match ?? '', card.matchName, words)
  return (
    <section>
      <h3>{t(`desk.side.${side}`)}</h3>
      <p className="party-name">{page ? <Link href={page}>{name}</Link> : name}</p>
      <p className="meta">{t('desk.knownAs', { alias: text(party.alias) })}</p>
      {recordName && (
        <p>
          {t(side === 'seeker' ? 'desk.demand' : 'desk.match')}{' '}
          {record ? <Link href={record}>{recordName}</Link> : recordName}
        </p>
      )}
      <Answer party={party} card={card} />
      <Vouching card={card} side={side} change={change} />
      {views &&
        (views[side] ? <Knows view={views[side]} side={side} /> : <p className="meta">{t('desk.knows.nothing')}</p>)}
    </section>
  )
}

function Answer({ party: { consent, mailbox }, card }: { party: Participant; card: Introduction }) {
  const { t, format } = useWords()
  if (consent) {
    return (
      <p className="consent given">
        ✓ {t(`desk.consented.${consent.through}`, { by: consent.by, at: format.instant(consent.at) })}
      </p>
    )
  }
  if (card.state !== 'offered' && card.state !== 'expired')
    return mailbox ? <p className="meta">{t('desk.askedAt', { mailbox })}</p> : null
  return <p className="consent">○ {mailbox ? t('desk.notAnsweredAt', { mailbox }) : t('desk.notAnswered')}</p>
}
