import { defaultRangeExtractor, useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { most } from '../compare/picks'
import { MatchRow, type RowOptions } from './MatchRow'

/** Shows a row that is not drawn, and puts the focus on it. */
export interface Reach {
  focus: (index: number) => void
}

interface VirtualRowsProps extends RowOptions {
  order: readonly string[]
  selected: string | undefined
  picks: readonly string[]
  reach: RefObject<Reach | null>
  /** Told of the last row that is drawn. */
  onDrawn: ((index: number) => void) | undefined
}

const height = 96 // until it is measured
const ahead = 8

/** Of a long list the rows near what is seen, the one that is open and the one with the focus. */
export default function VirtualRows({ inPane, ...rows }: VirtualRowsProps & { inPane: boolean }) {
  return inPane ? <PaneRows {...rows} /> : <WindowRows {...rows} />
}

function PaneRows(props: VirtualRowsProps) {
  const drawing = useDrawing(props)
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn anew at each of its changes
  const rows = useVirtualizer({
    ...drawing.options,
    getScrollElement: () => drawing.first.current?.closest('.list-pane') ?? null,
  })
  return <Rows {...props} rows={rows} drawing={drawing} />
}

function WindowRows(props: VirtualRowsProps) {
  const drawing = useDrawing(props)
  const rows = useWindowVirtualizer(drawing.options)
  return <Rows {...props} rows={rows} drawing={drawing} />
}

function useDrawing({ order, selected }: VirtualRowsProps) {
  const first = useRef<HTMLLIElement>(null)
  const [above, setAbove] = useState(0)
  const [wanted, setWanted] = useState<number>()
  // After each rendering: whatever stands above the list may have changed with it.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const list = first.current!.parentElement!
    const pane = list.closest('.list-pane')!
    const isPane = getComputedStyle(pane).overflowY !== 'visible'
    const start = isPane ? pane.getBoundingClientRect().top - pane.scrollTop : -window.scrollY
    const next = Math.round(list.getBoundingClientRect().top - start)
    // The smallest step of a zoomed page is no move.
    setAbove((before) => (Math.abs(before - next) > 1 ? next : before))
  })
  const options = {
    count: order.length,
    estimateSize: () => height,
    getItemKey: (index: number) => order[index]!,
    overscan: ahead,
    scrollMargin: above,
    useFlushSync: false,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const focused = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index
      const kept = [order.indexOf(selected ?? ''), Number(focused ?? -1), wanted ?? -1]
      const drawn = new Set([...defaultRangeExtractor(range), ...kept.filter((at) => at >= 0 && at < order.length)])
      return [...drawn].sort((a, b) => a - b)
    },
  }
  return { first, above, wanted, setWanted, options }
}

function Rows<E extends Element | Window>({
  rows,
  drawing: { first, above, wanted, setWanted },
  order,
  selected,
  picks,
  reach,
  onDrawn,
  ...row
}: VirtualRowsProps & { rows: Virtualizer<E, Element>; drawing: ReturnType<typeof useDrawing> }) {
  useImperativeHandle(reach, () => ({ focus: setWanted }), [setWanted])
  useLayoutEffect(() => {
    if (wanted === undefined) return
    const shown = first.current?.parentElement?.querySelector<HTMLElement>(`[data-index="${wanted}"] .match-open`)
    shown?.focus()
  }, [wanted, first])
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onDrawn?.(last), [onDrawn, last])
  return (
    <>
      {/* Where the list begins; without a height it holds no place among its items. */}
      <li ref={first} hidden />
      {items.map(({ index, start, end }, at) => (
        <MatchRow
          key={order[index]}
          {...row}
          id={order[index]!}
          rank={index + 1}
          count={order.length}
          before={start - (items[at - 1]?.end ?? above)}
          after={at === items.length - 1 ? above + rows.getTotalSize() - end : 0}
          measure={rows.measureElement}
          selected={order[index] === selected}
          picked={picks.includes(order[index]!)}
          full={picks.length >= most}
        />
      ))}
    </>
  )
}
