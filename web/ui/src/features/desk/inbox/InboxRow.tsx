import { AlarmClock, Clock3 } from 'lucide-react'
import { Link } from 'wouter'
import type { Introduction } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { pairName, shortName, sideName } from '../labels'
import { movesOf, type OfficerMove } from '../moves'
import type { Clock } from './inbox'

/** What the office does next with a card; undefined: it waits for somebody else. */
export const nextMove = (card: Introduction): OfficerMove | undefined =>
  card.holder === 'officer' ? movesOf(card)[0] : undefined

/** One introduction: what it is about, whom it waits for, and the next action, which one press takes. */
export function InboxRow({
  card,
  clock,
  news,
  onAct,
}: {
  card: Introduction
  clock: Clock
  /** What moved lately, in words; undefined: nothing. */
  news: string | undefined
  onAct: (card: Introduction, move: OfficerMove) => void
}) {
  const words = useWords()
  const { t, text } = words
  const move = nextMove(card)
  const office = card.holder === 'officer'
  const topic = [card.demandName, card.matchName].map(text).filter(Boolean).join(' · ')
  return (
    <li className={`inbox-row ${clock}`} data-card={card.id}>
      <div className="inbox-pair">
        <Link href={`/desk/${encodeURIComponent(card.id)}`}>
          {sideName(card.seeker, words)} <span aria-hidden="true">×</span> {sideName(card.counterpart, words)}
        </Link>
        <div className="meta">{topic || t(`nav.${card.board}`)}</div>
        {news && <div className="inbox-news">{news}</div>}
      </div>
      <span>
        <span className="tag">{t(`desk.state.${card.state}`)}</span>
      </span>
      <span className={office ? 'inbox-holder own' : 'inbox-holder'}>
        <span className="visually-hidden">{t('desk.holderLabel')} </span>
        {t(`desk.holds.${card.holder === 'nobody' ? 'officer' : card.holder}`)}
      </span>
      <div className="inbox-next">
        {move ? (
          <Button
            look="small"
            aria-label={`${t(`desk.act.${move.act}`)}: ${pairName(card, words)}`}
            onClick={() => onAct(card, move)}
          >
            {t(`desk.act.${move.act}`)}
          </Button>
        ) : (
          t('inbox.wait', { who: t(`desk.holds.${card.holder}`) })
        )}
        <div className="meta">{card.officer ? shortName(card.officer) : t('desk.unassigned')}</div>
      </div>
      <ClockText card={card} clock={clock} />
    </li>
  )
}

function ClockText({ card, clock }: { card: Introduction; clock: Clock }) {
  const { t, format } = useWords()
  if (clock === 'none') return <span className="inbox-clock meta">–</span>
  const Icon = clock === 'late' || clock === 'today' ? AlarmClock : Clock3
  return (
    <span className={`inbox-clock ${clock}`}>
      <Icon size={15} strokeWidth={1.9} aria-hidden />
      {clock === 'late'
        ? t('desk.overdue')
        : clock === 'today'
          ? t('inbox.dueToday')
          : t('desk.due', { day: format.shortDay(card.dueOn!) })}
    </span>
  )
}
