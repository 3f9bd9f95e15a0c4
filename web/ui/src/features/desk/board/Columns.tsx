import { memo, type ReactNode, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { SortableColumn } from '../../../kit/SortableColumn'
import { arrange, type Columns, type Filter } from './arrange'
import type { Selection } from '../bulk/selection'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { CardFace } from './CardFace'
import { closedStates, movesOf, openStates, type State } from '../moves'
import { pairName } from '../labels'
import { fitsLead } from '../rail/ranking'
import { useBoard } from '../../../live/desk/useDesk'

const page = 40
// As many as a tall screen shows: the others follow once these stand there.
const first = 12
const othersAfter = 150
const none: readonly string[] = []

interface LaneActions {
  board: DeskBoard
  selection: Selection
  onMove: (id: string, to: State) => void
  onAssign: (id: string) => void
  onOpen: (id: string) => void
}

/** The board: a column a state beside each other, or where there is no room one at a time, chosen by its name. */
export function Columns({
  filter,
  closed,
  wide,
  rail,
  ...actions
}: LaneActions & { filter: Filter; closed: boolean; wide: boolean; rail: ReactNode }) {
  const { t } = useWords()
  const { board } = actions
  const { cards, leads, ready } = useBoard(board)
  const before = useRef<Columns>({})
  // eslint-disable-next-line react-hooks/refs
  const columns = useMemo(() => arrange(cards, filter, before.current), [cards, filter])
  useEffect(() => {
    before.current = columns
  }, [columns])
  const states: readonly State[] = closed ? [...openStates, ...closedStates] : openStates
  const [chosen, setChosen] = useState<State | 'rail'>('suggested')
  if (!ready) return <p className="meta desk-loading">{t('loading')}</p>
  const laneOf = (state: State) => (
    <OneLane key={state} state={state} ids={columns[state] ?? none} alone={!wide} {...actions} />
  )
  if (wide)
    return (
      <>
        <div className="lanes">{states.map(laneOf)}</div>
        {rail}
      </>
    )
  const state = chosen !== 'rail' && states.includes(chosen) ? chosen : undefined
  return (
    <>
      <nav className="lane-choice" aria-label={t('desk.columns')}>
        {states.map((name) => (
          <Button key={name} look={['small', 'pill']} aria-pressed={state === name} onClick={() => setChosen(name)}>
            {t(`desk.state.${name}`)} {columns[name]?.length ?? 0}
          </Button>
        ))}
        <Button look={['small', 'pill']} aria-pressed={!state} onClick={() => setChosen('rail')}>
          {t('desk.leads.title')} {leads.filter((lead) => fitsLead(lead, filter)).length}
        </Button>
      </nav>
      {state ? <div className="lanes">{laneOf(state)}</div> : rail}
    </>
  )
}

const OneLane = memo(function OneLane({
  state,
  ids,
  alone,
  board,
  selection,
  onMove,
  onAssign,
  onOpen,
}: LaneActions & { state: State; ids: readonly string[]; alone: boolean }) {
  const words = useWords()
  const { t, format } = words
  const [count, setCount] = useState(first)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setCount((held) => Math.max(held, page))), othersAfter)
    return () => clearTimeout(timer)
  }, [])
  const shown = useMemo(() => (ids.length > count ? ids.slice(0, count) : ids), [ids, count])
  const name = t(`desk.state.${state}`)
  const nameOf = useCallback(
    (id: string) => {
      const card = board.newest(id)
      return card ? pairName(card, words) : id
    },
    [board, words],
  )
  const targetsOf = useCallback(
    (id: string) => {
      const card = board.newest(id)
      return card ? movesOf(card).map(({ to }) => to) : []
    },
    [board],
  )
  const put = useCallback((id: string, lane: string) => onMove(id, lane as State), [onMove])
  const hold = useCallback((held: boolean) => (held ? board.hold() : board.release()), [board])
  const handleLabel = useCallback((pair: string) => t('desk.drag', { pair }), [t])
  // A card that is held when its column goes must not keep the board still for ever.
  useEffect(() => () => board.release(), [board])
  const face = useCallback(
    (id: string) => (
      <CardFace board={board} selection={selection} id={id} onMove={onMove} onAssign={onAssign} onOpen={onOpen} />
    ),
    [board, selection, onMove, onAssign, onOpen],
  )
  return (
    <section className={`lane ${state}`}>
      <h2>
        <span>{name}</span> <span className="nums">{format.number(ids.length)}</span>
      </h2>
      <SortableColumn
        id={state}
        label={name}
        ids={shown}
        nameOf={nameOf}
        targetsOf={targetsOf}
        onPut={put}
        onOpen={onOpen}
        onHold={hold}
        handleLabel={handleLabel}
        alone={alone}
        empty={<p className="meta">{t('desk.none')}</p>}
      >
        {face}
      </SortableColumn>
      {count >= page && ids.length > shown.length && (
        <p className="show-more">
          <Button look="small" onClick={() => setCount(count + page)}>
            {t('desk.more', { count: format.number(ids.length - shown.length) })}
          </Button>
        </p>
      )}
    </section>
  )
})
