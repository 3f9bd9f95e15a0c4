import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { useListView } from '../../live/lists/useDemandList'
import type { Lit } from '../../map/pins/lit'
import { most } from '../compare/picks'
import { MatchRow, type RowOptions } from './MatchRow'
import { placed, type Placing, type RankOf, sorted } from './sorting'
import { useLitRows } from './useLitRows'

// Above 200 rows one new ranking is a task of most of a second; nobody reads that far.
const step = 100

export function MatchRows({
  rankOf,
  selected,
  placing,
  picks,
  lit,
  only,
  after,
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
} & RowOptions) {
  const { t } = useWords()
  const view = useListView(row.list)
  const all = placed(sorted(view.order, rankOf), placing)
  const order = only ? all.filter((id) => only.has(id)) : all
  const [shown, setShown] = useState(step)
  const litRows = useLitRows(lit)
  return (
    <ol {...litRows} className="match-rows" onKeyDown={moveFocus}>
      {order.slice(0, shown).map((id, index) => (
        <MatchRow
          key={id}
          {...row}
          id={id}
          rank={index + 1}
          selected={id === selected}
          picked={picks.includes(id)}
          full={picks.length >= most}
        />
      ))}
      {order.length > shown && (
        <li className="show-more">
          <Button onClick={() => setShown(shown + step)}>{t('match.more', { count: order.length - shown })}</Button>
        </li>
      )}
      {after}
    </ol>
  )
}

/** Arrow keys walk the rows; Tab walks them too, as each is a button. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.match-open')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
