import { type KeyboardEvent, useId, useState } from 'react'
import type { Space } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { classOf } from '../score/scoreClass'
import { type PlacedUnit, stack, width } from './layout'
import { TableScroll } from '../kit/TableScroll'

const rowHeight = 30
const labelWidth = 52

/**
 * The building's floors from the top, each unit as wide as its area; where floor or position is unknown it is listed
 * below.
 */
export function StackingPlan({
  spaces,
  chosen,
  scores,
}: {
  spaces: Space[]
  chosen: string[]
  scores: ReadonlyMap<string, number>
}) {
  const words = useWords()
  const { t, format } = words
  const [asTable, setAsTable] = useState(false)
  const hatch = useId()
  const { floors, unplaced } = stack(spaces)
  const name = (space: Space) => {
    const floor = typeof space.values.floor === 'number' ? format.quantity(space.values.floor, 'storey') : ''
    const area = typeof space.values.area === 'number' ? format.quantity(space.values.area, 'm2') : ''
    const score = scores.get(space.id)
    return [
      floor,
      space.unit && t('unitName', { unit: space.unit }),
      area,
      t(`status.${space.status ?? 'unknown'}`),
      score === undefined ? '' : t('score.of', { score: format.score(score) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <div className="stacking">
      <div className="row">
        <Button look="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t('stack.asTable')}
        </Button>
      </div>
      {floors.length === 0 && <p className="meta">{t('stack.none')}</p>}
      {!asTable && floors.length > 0 && (
        <svg
          viewBox={`0 0 ${labelWidth + width} ${floors.length * rowHeight}`}
          role="group"
          aria-label={t('stack.label')}
          onKeyDown={moveFocus}
        >
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className="held-ground" />
              <rect width="2" height="6" className="held-line" />
            </pattern>
          </defs>
          {floors.map(({ floor, units }, row) => (
            <g key={floor}>
              <text x={labelWidth - 8} y={row * rowHeight + 20} className="stack-floor">
                {floor === 0 ? 'G/F' : `${floor}/F`}
              </text>
              {units.map((unit, index) => (
                <Unit
                  key={unit.space.id}
                  unit={unit}
                  y={row * rowHeight}
                  chosen={chosen.includes(unit.space.id)}
                  hatch={`url(#${hatch})`}
                  score={scores.get(unit.space.id)}
                  label={name(unit.space)}
                  first={row === 0 && index === 0}
                  row={row}
                />
              ))}
              {chosen.length > 1 && <Outline units={units} chosen={chosen} y={row * rowHeight} />}
            </g>
          ))}
        </svg>
      )}
      {asTable && <StackTable spaces={spaces} scores={scores} />}
      {!asTable && unplaced.length > 0 && (
        <>
          <h3>{t('stack.unplaced')}</h3>
          <ul className="meta">
            {unplaced.map((space) => (
              <li key={space.id}>{name(space) || space.id}</li>
            ))}
          </ul>
        </>
      )}
      {!asTable && <Legend units={floors.flatMap((floor) => floor.units)} chosen={chosen} scores={scores} />}
    </div>
  )
}

function Unit({
  unit,
  y,
  chosen,
  hatch,
  score,
  label,
  first,
  row,
}: {
  unit: PlacedUnit
  y: number
  chosen: boolean
  hatch: string
  score: number | undefined
  label: string
  first: boolean
  row: number
}) {
  const { space, x, size } = unit
  const look = score === undefined ? space.status : `score-${classOf(score)}`
  return (
    <g role="img" aria-label={label} tabIndex={first ? 0 : -1} data-row={row} className="stack-unit">
      <title>{label}</title>
      <rect
        x={labelWidth + x + 1}
        y={y + 2}
        width={Math.max(size - 2, 2)}
        height={rowHeight - 4}
        rx="3"
        className={`${look}${chosen ? ' chosen' : ''}`}
        style={look === 'held' ? { fill: hatch } : undefined}
      />
      {score !== undefined && size > 26 && (
        <text x={labelWidth + x + size / 2} y={y + 20} className={score >= 70 ? 'light' : ''}>
          {Math.round(score)}
        </text>
      )}
    </g>
  )
}

/** One line around the chosen units of a floor, which are taken together. */
function Outline({ units, chosen, y }: { units: PlacedUnit[]; chosen: string[]; y: number }) {
  const own = units.filter(({ space }) => chosen.includes(space.id))
  if (own.length === 0) return null
  const from = Math.min(...own.map(({ x }) => x))
  const to = Math.max(...own.map(({ x, size }) => x + size))
  return <rect x={labelWidth + from} y={y + 1} width={to - from} height={rowHeight - 2} rx="4" className="stack-run" />
}

/** What the marks of this plan mean; a mark that it does not hold is not explained. */
function Legend({
  units,
  chosen,
  scores,
}: {
  units: PlacedUnit[]
  chosen: string[]
  scores: ReadonlyMap<string, number>
}) {
  const { t } = useWords()
  const hasScore = ({ space }: PlacedUnit) => scores.has(space.id)
  const plain = new Set(units.filter((unit) => !hasScore(unit)).map(({ space }) => space.status))
  const looks = (['vacant', 'held', 'let'] as const).filter((status) => plain.has(status))
  return (
    <ul className="stack-legend meta">
      {looks.map((look) => (
        <li key={look}>
          <span className={`stack-mark ${look}`} aria-hidden="true" />
          {t(`status.${look}`)}
        </li>
      ))}
      {units.some(hasScore) && <li>{t('stack.numbers')}</li>}
      {units.some(({ space }) => chosen.includes(space.id)) && (
        <li>
          <span className="stack-mark chosen" aria-hidden="true" />
          {t(chosen.length > 1 ? 'stack.together' : 'stack.chosen')}
        </li>
      )}
    </ul>
  )
}

/** Arrows walk floors and units; only one unit is in the Tab order. */
function moveFocus(event: KeyboardEvent<SVGSVGElement>) {
  const units = [...event.currentTarget.querySelectorAll<SVGGElement>('.stack-unit')]
  const current = units.indexOf(document.activeElement as unknown as SVGGElement)
  if (current < 0) return
  const row = Number(units[current]!.dataset.row)
  const inRow = (wanted: number) => units.findIndex((unit) => Number(unit.dataset.row) === wanted)
  const next = { ArrowRight: current + 1, ArrowLeft: current - 1, ArrowDown: inRow(row + 1), ArrowUp: inRow(row - 1) }[
    event.key
  ]
  if (next === undefined || !units[next]) return
  event.preventDefault()
  units[current]!.tabIndex = -1
  units[next].tabIndex = 0
  units[next].focus()
}

function StackTable({ spaces, scores }: { spaces: Space[]; scores: ReadonlyMap<string, number> }) {
  const { t, format } = useWords()
  const sorted = [...spaces].sort(
    (a, b) => Number(b.values.floor ?? -99) - Number(a.values.floor ?? -99) || (a.position ?? 0) - (b.position ?? 0),
  )
  const number = (value: unknown, unit: string) =>
    typeof value === 'number' ? format.quantity(value, unit) : t('unknown')
  return (
    <TableScroll label={t('stack.label')}>
      <table className="table">
        <thead>
          <tr>
            {['floor', 'unit', 'area', 'status', 'score'].map((key) => (
              <th key={key} scope="col">
                {t(`stack.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((space) => (
            <tr key={space.id}>
              <th scope="row">{number(space.values.floor, 'storey')}</th>
              <td>{space.unit ?? ''}</td>
              <td>{number(space.values.area, 'm2')}</td>
              <td>{t(`status.${space.status ?? 'unknown'}`)}</td>
              <td>{scores.has(space.id) ? format.score(scores.get(space.id)!) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
