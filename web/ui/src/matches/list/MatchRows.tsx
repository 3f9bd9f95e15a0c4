import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { Places } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import type { MatchList } from '../../live/lists/matchList'
import { useListView } from '../../live/lists/useDemandList'
import type { Lit } from '../../map/pins/lit'
import { most } from '../compare/picks'
import { MatchRow } from './MatchRow'
import { placed, type Placing, type RankOf, sorted } from './sorting'
import { useLitRows } from './useLitRows'

// Above 200 rows one new ranking is a task of most of a second; nobody reads that far.
const step = 100

export function MatchRows({
  list,
  rankOf,
  sortedBy,
  places,
  schema,
  selected,
  scored,
  placing,
  mark,
  picks,
  lit,
  only,
  onPick,
  onSelect,
}: {
  list: MatchList
  /** In which order the rows stand; undefined: by score. */
  rankOf: RankOf | undefined
  /** The attribute that the ranks are of, if they are of one. */
  sortedBy: string | undefined
  places: Places
  schema: Schema
  selected: string | undefined
  scored: boolean
  placing: Placing | undefined
  mark: ((id: string) => ReactNode) | undefined
  picks: readonly string[]
  /** What is lit here and on the map. */
  lit?: Lit
  /** The ids that are shown; undefined: all. */
  only?: ReadonlySet<string> | undefined
  onPick: (id: string) => void
  onSelect: (id: string) => void
}) {
  const { t } = useWords()
  const view = useListView(list)
  const all = placed(sorted(view.order, rankOf), placing)
  const order = only ? all.filter((id) => only.has(id)) : all
  const [shown, setShown] = useState(step)
  const litRows = useLitRows(lit)
  return (
    <>
      <ol {...litRows} className="match-rows" onKeyDown={moveFocus}>
        {order.slice(0, shown).map((id, index) => (
          <MatchRow
            key={id}
            id={id}
            rank={index + 1}
            list={list}
            places={places}
            schema={schema}
            scored={scored}
            sortedBy={sortedBy}
            selected={id === selected}
            mark={mark}
            picked={picks.includes(id)}
            full={picks.length >= most}
            onPick={onPick}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {order.length > shown && (
        <p className="show-more">
          <Button onClick={() => setShown(shown + step)}>{t('match.more', { count: order.length - shown })}</Button>
        </p>
      )}
    </>
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
