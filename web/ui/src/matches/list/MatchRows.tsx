import { type KeyboardEvent, lazy, type ReactNode, Suspense, useDeferredValue, useRef } from 'react'
import { withTexts } from '../../i18n/i18n'
import { useMedia } from '../../kit/useMedia'
import { useListView } from '../../live/lists/useDemandList'
import type { Lit } from '../../map/pins/lit'
import { most } from '../compare/picks'
import { MatchRow, type RowOptions } from './MatchRow'
import { placed, type Placing, type RankOf, sorted } from './sorting'
import { useLitRows } from './useLitRows'
import type { Reach } from './VirtualRows'

const VirtualRows = lazy(withTexts(() => import('./VirtualRows')))

/** So many rows are drawn whole, which a browser's own search finds; of a longer list those near what is seen. */
const whole = 200
/** So many are drawn at first. */
const first = 60

export function MatchRows({
  rankOf,
  selected,
  placing,
  picks,
  lit,
  only,
  after,
  inPane,
  onDrawn,
  ...row
}: {
  /** In which order the rows stand; undefined: by score. */
  rankOf: RankOf | undefined
  selected: string | undefined
  placing: Placing | undefined
  picks: readonly string[]
  /** What is lit here and on the map. */
  lit?: Lit
  /** The ids that are shown; undefined: all. */
  only?: ReadonlySet<string> | undefined
  /** Rows that stand behind the matches. */
  after?: ReactNode
  /** Whether the list scrolls by itself, not with the page. */
  inPane: boolean
  /** Told of the last row that is drawn, of a list that is not drawn whole. */
  onDrawn?: (index: number) => void
} & RowOptions) {
  const view = useListView(row.list)
  const all = placed(sorted(view.order, rankOf), placing)
  const order = only ? all.filter((id) => only.has(id)) : all
  const onPaper = useMedia('print')
  const isVirtual = order.length > whole && !onPaper
  // The rest of a list that is drawn whole comes once its beginning is seen.
  const drawn = useDeferredValue(order.length, first)
  const reach = useRef<Reach>(null)
  const litRows = useLitRows(lit)
  const rows = order
    .slice(0, isVirtual ? first : onPaper ? order.length : drawn)
    .map((id, index) => (
      <MatchRow
        key={id}
        {...row}
        id={id}
        rank={index + 1}
        selected={id === selected}
        picked={picks.includes(id)}
        full={picks.length >= most}
      />
    ))
  const walk = (event: KeyboardEvent<HTMLOListElement>) => moveFocus(event, order.length, reach.current)
  return (
    <ol {...litRows} className={isVirtual ? 'match-rows virtual' : 'match-rows'} onKeyDown={walk}>
      {isVirtual ? (
        <Suspense fallback={rows}>
          <VirtualRows
            key={String(inPane)}
            {...row}
            inPane={inPane}
            order={order}
            selected={selected}
            picks={picks}
            reach={reach}
            onDrawn={onDrawn}
          />
        </Suspense>
      ) : (
        rows
      )}
      {after}
    </ol>
  )
}

const indexOf = (button: Element | null | undefined) => button?.closest<HTMLElement>('[data-index]')?.dataset.index

/** Arrow keys walk the rows, those that are not drawn too; Tab walks them too, as each is a button. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>, count: number, reach: Reach | null) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const by = event.key === 'ArrowDown' ? 1 : -1
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.match-open')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : buttons[at + by]
  const index = indexOf(buttons[at])
  const wanted = index === undefined ? -1 : Number(index) + by
  const isFar = reach && wanted >= 0 && wanted < count && indexOf(next) !== String(wanted)
  if (!next && !isFar) return
  event.preventDefault()
  if (isFar) reach.focus(wanted)
  else next?.focus()
}
