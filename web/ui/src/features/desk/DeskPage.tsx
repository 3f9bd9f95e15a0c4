import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Introduction } from '../../api/introductions'
import { useMe } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { Steps } from '../../kit/back/steps'
import { steps } from '../../kit/back/useBackCloses'
import { restoreFocus } from '../../kit/overlays/restoreFocus'
import { Notice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { Toasts, useToasts } from '../../kit/overlays/Toasts'
import { useMedia } from '../../kit/useMedia'
import { Announcer } from '../../live/Announcer'
import type { Filter } from './board/arrange'
import type { Moved } from '../../live/desk/deskBoard'
import './desk.css'
import { Bulk } from './bulk/Bulk'
import { Selection } from './bulk/selection'
import { Detail } from './detail/Detail'
import { FilterBar } from './board/FilterBar'
import { Columns } from './board/Columns'
import { Rail } from './rail/Rail'
import { AssignDialog, MoveDialog } from './MoveDialog'
import { moveTo, type OfficerMove, type State } from './moves'
import { byName, pairName } from './labels'
import { useDesk } from '../../live/desk/useDesk'
import { useMoves } from './useMoves'

type Asked = { card: Introduction; move?: OfficerMove }

/** The office's first screen: the board by state, new matches, colleagues, and one card opened beside them. */
export default function DeskPage({ id }: { id: string | undefined }) {
  const { me } = useMe()
  return me && <Desk key={me.email} me={me.email} id={id} />
}

function Desk({ me, id }: { me: string; id: string | undefined }) {
  const words = useWords()
  const { t } = words
  const [, go] = useLocation()
  const wide = useMedia('(min-width: 900px)')
  const [filter, setFilter] = useState<Filter>({})
  // What is typed shows at once, the cards a moment later.
  const wanted = useDeferredValue(filter)
  const [closed, setClosed] = useState(false)
  const [selection] = useState(() => new Selection())
  const [asked, setAsked] = useState<Asked>()
  const { toasts, show, close } = useToasts()
  const moves = useRef(new Map<string, string>())
  const [moved, setMoved] = useState<string[]>([])
  const onMoved = ({ card, by }: Moved) => {
    const message = t('desk.movedBy', {
      by: byName(by, words),
      pair: pairName(card, words),
      state: t(`desk.state.${card.state}`),
    })
    show('quiet', message)
    moves.current.set(card.id, message)
    setMoved([card.id])
  }
  const { board, refused } = useDesk(me, onMoved)
  const change = useMoves(board, show, words)
  const open = useCallback(
    (card: string) => go(`/desk/${encodeURIComponent(card)}`, Steps.opening('introduction')),
    [go],
  )
  const ask = useCallback(
    (card: string, to?: State) => {
      const introduction = board.newest(card)
      if (!introduction) return
      const move = to && moveTo(introduction, to)
      if (to && !move) return show('danger', t('desk.refused.changed', { pair: pairName(introduction, words) }))
      setAsked({ card: introduction, ...(move && { move }) })
    },
    [board, show, t, words],
  )
  const assign = useCallback((card: string) => ask(card), [ask])
  // The focus goes with the card, which may stand in another column now.
  const focusCard = (card: string) =>
    restoreFocus(() => {
      const heading = document.querySelector<HTMLElement>('.desk-detail h2')
      if (heading) return document.activeElement === document.body ? heading : undefined
      return document
        .querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`)
        ?.closest<HTMLElement>('[role="row"]')
    })
  const finish = () => {
    if (asked) focusCard(asked.card.id)
    setAsked(undefined)
  }
  const closeDetail = () => {
    steps().close('introduction', () => go('/desk'))
    if (id) focusCard(id)
  }
  const describe = (ids: string[]) =>
    `${ids.length > 1 ? `${t('desk.movedMany', { count: ids.length })} ` : ''}${moves.current.get(ids.at(-1)!) ?? ''}`
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const officers = useMemo(() => board.readBoard().officers, [board, asked])
  return (
    <div className={`desk${id ? ' with-detail' : ''}`}>
      <div className="desk-head">
        <PageHeading title={t('nav.desk')} />
        <FilterBar
          board={board}
          me={me}
          filter={filter}
          wanted={wanted}
          onFilter={setFilter}
          closed={closed}
          onClosed={setClosed}
        />
      </div>
      {refused && <Notice look="danger">{t('problem.403')}</Notice>}
      <Columns
        board={board}
        selection={selection}
        filter={wanted}
        closed={closed}
        wide={wide}
        onMove={ask}
        onAssign={assign}
        onOpen={open}
        rail={<Rail board={board} filter={wanted} show={show} />}
      />
      {id && (
        <Detail
          key={id}
          board={board}
          id={id}
          change={change}
          onMove={(card, move) => setAsked({ card, move })}
          onClose={closeDetail}
        />
      )}
      {asked &&
        (asked.move ? (
          <MoveDialog board={board} card={asked.card} move={asked.move} change={change} onClose={finish} />
        ) : (
          <AssignDialog card={asked.card} officers={officers} change={change} onClose={finish} />
        ))}
      <Bulk board={board} selection={selection} />
      <Toasts label={t('desk.news')} closeLabel={t('close')} toasts={toasts} onClose={close} />
      <Announcer changed={moved} describe={describe} />
    </div>
  )
}
