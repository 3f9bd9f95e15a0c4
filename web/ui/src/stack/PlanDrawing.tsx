import { type FocusEvent, Fragment, type KeyboardEvent, memo, type PointerEvent, useId } from 'react'
import type { Space } from '../api/types'
import { useWords } from '../i18n/i18n'
import type { Look } from './coloring'
import { type PlacedFloor, type PlacedUnit, width } from './layout'
import type { Supplier } from './suppliers'

const rowHeight = 30
const labelWidth = 52
const gutter = 64
const ring = 11

export interface DrawingProps {
  floors: PlacedFloor[]
  chosen: readonly string[]
  lookOf: (space: Space) => Look
  nameOf: (space: Space) => string
  /** By floor; undefined: nothing is said of suppliers. */
  suppliers: [floor: number, suppliers: Supplier[]][] | undefined
  /** Told of the unit, or of the floor of suppliers, that is pointed at or has the focus. */
  onFacts: (facts: string) => void
}

/** The plan itself: drawn anew only when what it shows is another, not when a unit is pointed at. */
export const PlanDrawing = memo(function PlanDrawing({
  floors,
  chosen,
  lookOf,
  nameOf,
  suppliers,
  onFacts,
}: DrawingProps) {
  const { t } = useWords()
  const hatch = useId()
  const fills = { held: `url(#${hatch}h)`, 'free-soon': `url(#${hatch}s)` }
  const first = floors.findIndex(({ units }) => units.length > 0)
  const tell = (event: PointerEvent | FocusEvent) => {
    const mark = (event.target as Element).closest('.stack-unit, .stack-supplier')
    const facts = mark?.getAttribute('aria-label') ?? mark?.getAttribute('data-facts')
    if (facts) onFacts(facts)
  }
  return (
    <svg
      viewBox={`0 0 ${labelWidth + width + (suppliers ? gutter : 0)} ${floors.length * rowHeight}`}
      role="group"
      aria-label={t('stack.label')}
      onKeyDown={moveFocus}
      onPointerOver={tell}
      onFocus={tell}
    >
      <defs>
        {(['h', 's'] as const).map((kind) => (
          <pattern
            key={kind}
            id={`${hatch}${kind}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="held-ground" />
            <rect width="2" height="6" className={kind === 'h' ? 'held-line' : 'soon-line'} />
          </pattern>
        ))}
      </defs>
      {floors.map(({ floor, units }, row) => (
        <g key={floor}>
          <text x={labelWidth - 8} y={row * rowHeight + 20} className="stack-floor">
            {floor === 0 ? 'G/F' : `${floor}/F`}
          </text>
          {units.map((unit, index) =>
            // Called, not mounted: a high building has a thousand units, and none has a state of its own.
            unitMarks({
              unit,
              y: row * rowHeight,
              chosen: chosen.includes(unit.space.id),
              shown: lookOf(unit.space),
              fills,
              label: nameOf(unit.space),
              first: row === first && index === 0,
              row,
            }),
          )}
          {chosen.length > 1 && <Outline units={units} chosen={chosen} y={row * rowHeight} />}
        </g>
      ))}
      {suppliers && <Edges floors={floors} chosen={chosen} suppliers={suppliers} />}
    </svg>
  )
})

/** A unit is one rectangle, and a mark where there is room for it. */
function unitMarks({
  unit: { space, x, size },
  y,
  chosen,
  shown: { look, mark },
  fills,
  label,
  first,
  row,
}: {
  unit: PlacedUnit
  y: number
  chosen: boolean
  shown: Look
  fills: Readonly<Record<string, string>>
  label: string
  first: boolean
  row: number
}) {
  const fill = fills[look]
  const body = (
    <rect
      key={space.id}
      role="img"
      aria-label={label}
      tabIndex={first ? 0 : -1}
      data-row={row}
      x={labelWidth + x + 1}
      y={y + 2}
      width={Math.max(size - 2, 2)}
      height={rowHeight - 4}
      rx="3"
      className={`stack-unit ${look}${chosen ? ' chosen' : ''}`}
      style={fill ? { fill } : undefined}
    />
  )
  if (mark === undefined || size <= (mark.length > 1 ? 26 : 13)) return body
  return (
    <Fragment key={space.id}>
      {body}
      <text x={labelWidth + x + size / 2} y={y + 20} className={`stack-number on-${look}`}>
        {mark}
      </text>
    </Fragment>
  )
}

/** One line around the chosen units of a floor, which are taken together. */
function Outline({ units, chosen, y }: { units: PlacedUnit[]; chosen: readonly string[]; y: number }) {
  const own = units.filter(({ space }) => chosen.includes(space.id))
  if (own.length === 0) return null
  const from = Math.min(...own.map(({ x }) => x))
  const to = Math.max(...own.map(({ x, size }) => x + size))
  return <rect x={labelWidth + from} y={y + 1} width={to - from} height={rowHeight - 2} rx="4" className="stack-run" />
}

/** From the chosen space to each floor that has suppliers, which are counted in a ring. */
function Edges({
  floors,
  chosen,
  suppliers,
}: {
  floors: PlacedFloor[]
  chosen: readonly string[]
  suppliers: [floor: number, suppliers: Supplier[]][]
}) {
  const { t, format } = useWords()
  const rowOf = new Map(floors.map(({ floor }, row) => [floor, row]))
  const middle = (row: number) => row * rowHeight + rowHeight / 2
  const own = floors.flatMap(({ units }, row) =>
    units.filter(({ space }) => chosen.includes(space.id)).map(({ x, size }) => ({ x: x + size, row })),
  )
  const from = own.at(-1)
  const end = labelWidth + width + gutter - 2 * ring - 2
  return suppliers.map(([floor, on]) => {
    const row = rowOf.get(floor)
    if (row === undefined) return null
    const label = t('stack.suppliers.onFloor', { count: on.length, floor: format.quantity(floor, 'storey') })
    const facts = `${label}: ${on.map(({ name, makes }) => [name, makes].filter(Boolean).join(', ')).join(' · ')}`
    return (
      <g key={floor} className="stack-supplier" data-facts={facts}>
        {from && (
          <path
            className="stack-edge"
            d={`M${labelWidth + from.x} ${middle(from.row)}H${labelWidth + width + 6}C${end - 14} ${middle(from.row)} ${
              end - 24
            } ${middle(row)} ${end} ${middle(row)}`}
          />
        )}
        <circle cx={end + ring} cy={middle(row)} r={ring} />
        <text x={end + ring} y={middle(row) + 5}>
          {on.length}
        </text>
      </g>
    )
  })
}

/** Arrows walk floors and units; only one unit is in the Tab order. */
function moveFocus(event: KeyboardEvent<SVGSVGElement>) {
  const units = [...event.currentTarget.querySelectorAll<SVGElement>('.stack-unit')]
  const current = units.indexOf(document.activeElement as unknown as SVGElement)
  if (current < 0) return
  const row = Number(units[current]!.dataset.row)
  const below = units.find((unit) => Number(unit.dataset.row) > row)
  const above = units.findLast((unit) => Number(unit.dataset.row) < row)
  const startOf = (unit: SVGElement | undefined) =>
    units.findIndex((other) => unit && other.dataset.row === unit.dataset.row)
  const next = {
    ArrowRight: current + 1,
    ArrowLeft: current - 1,
    ArrowDown: startOf(below),
    ArrowUp: startOf(above),
  }[event.key]
  if (next === undefined || !units[next]) return
  event.preventDefault()
  units[current]!.tabIndex = -1
  units[next].tabIndex = 0
  units[next].focus()
}
