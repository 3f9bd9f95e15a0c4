import { useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Schemas } from '../../../api/client'
import type { Introduction } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { hongKongDay } from '../../../kit/days/hongKong'
import { useShortcut } from '../../../kit/keys/shortcuts'
import { restoreFocus } from '../../../kit/overlays/restoreFocus'
import { Toasts, useToasts } from '../../../kit/overlays/Toasts'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { MoveDialog } from '../MoveDialog'
import type { OfficerMove } from '../moves'
import { useMoves } from '../useMoves'
import { clockOf } from './inbox'
import { InboxRow, nextMove } from './InboxRow'
import { newsOf, newsText } from './recent'

const rows = 40

/** What the office has to do, in order. `j` and `k` walk it, Enter opens, `e` takes the next action. */
export function InboxList({
  board,
  cards,
  today,
  ready,
  recent,
}: {
  board: DeskBoard
  cards: readonly Introduction[]
  /** The day in Hong Kong. */
  today: string
  ready: boolean
  /** What moved on the desk lately; undefined while it is asked for. */
  recent: Schemas['RecentChanges'] | undefined
}) {
  const words = useWords()
  const { t, format } = words
  const news = useMemo(() => newsOf(recent), [recent])
  const newsAbout = (card: Introduction) => {
    const text = newsText(news(card), words)
    return recent && text && t('inbox.recent.since', { day: format.shortDay(hongKongDay(recent.since)), news: text })
  }
  const list = useRef<HTMLUListElement>(null)
  const { toasts, show, close } = useToasts()
  const change = useMoves(board, show, words)
  const [asked, setAsked] = useState<{ card: Introduction; move: OfficerMove }>()
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('.inbox-pair a') ?? [])]
  const current = () => links().findIndex((link) => link.closest('li')?.contains(document.activeElement))
  const walk = (step: 1 | -1) => {
    const at = current()
    links()[at < 0 ? 0 : at + step]?.focus()
  }
  useShortcut('j', () => walk(1), !asked)
  useShortcut('k', () => walk(-1), !asked)
  useShortcut(
    'e',
    () => {
      const card = cards[current()]
      const move = card && nextMove(card)
      if (move) setAsked({ card, move })
    },
    !asked,
  )
  const finish = () => {
    const id = asked?.card.id
    setAsked(undefined)
    if (id) restoreFocus(() => list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`))
  }
  return (
    <>
      {ready && cards.length === 0 && <p className="inbox-note">{t('inbox.none')}</p>}
      {cards.length > 0 && (
        <div className="inbox-head meta" aria-hidden="true">
          <span>{t('inbox.column.pair')}</span>
          <span>{t('inbox.column.state')}</span>
          <span>{t('desk.holderLabel')}</span>
          <span>{t('inbox.column.next')}</span>
          <span>{t('inbox.column.clock')}</span>
        </div>
      )}
      <ul ref={list}>
        {cards.slice(0, rows).map((card) => (
          <InboxRow
            key={card.id}
            card={card}
            clock={clockOf(card, today)}
            news={newsAbout(card)}
            onAct={(chosen, move) => setAsked({ card: chosen, move })}
          />
        ))}
      </ul>
      {cards.length > rows && (
        <p className="inbox-note">
          <Link href="/desk">{t('inbox.more', { count: cards.length - rows })}</Link>
        </p>
      )}
      {asked && <MoveDialog board={board} card={asked.card} move={asked.move} change={change} onClose={finish} />}
      <Toasts label={t('desk.news')} closeLabel={t('close')} toasts={toasts} onClose={close} />
    </>
  )
}
