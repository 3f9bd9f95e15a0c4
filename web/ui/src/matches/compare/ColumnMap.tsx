import type { ReactNode } from 'react'
import { useWords } from '../../i18n/i18n'
import { nameField, useBasemap } from '../../map/basemap'
import { place, useLayers } from '../../map/projection'
import { classOf } from '../../score/scoreClass'
import type { Column } from './comparison'

const shape = 1.45 // as wide as high
const least = 110 // units of the drawing: about a kilometre

/** Where columns are, by what each is called; what stands in one building shares a mark. None known: nothing. */
export function ColumnMap({
  columns,
  callOf,
  className,
  label,
  caption,
}: {
  columns: readonly Column[]
  callOf: (index: number) => string
  className: string
  label: string
  caption?: ReactNode
}) {
  const { language } = useWords()
  const basemap = useBasemap()
  const layers = useLayers()
  const marks = marksOf(columns, callOf)
  if (marks.length === 0) return null
  const [xs, ys] = [marks.map(({ x }) => x), marks.map(({ y }) => y)]
  const across = Math.max(
    least,
    1.35 * (Math.max(...xs) - Math.min(...xs)),
    1.5 * shape * (Math.max(...ys) - Math.min(...ys)),
  )
  const [left, top] = [
    (Math.max(...xs) + Math.min(...xs) - across) / 2,
    (Math.max(...ys) + Math.min(...ys) - across / shape) / 2,
  ]
  const letter = across / 32
  const labels = (basemap?.features ?? []).flatMap(({ geometry, properties }) => {
    if (properties.layer !== 'station' || geometry.type !== 'Point') return []
    const [x, y] = place(...geometry.coordinates)
    return { x, y, name: properties[nameField(language)] }
  })
  return (
    <figure>
      {caption}
      <svg className={className} viewBox={`${left} ${top} ${across} ${across / shape}`} role="img" aria-label={label}>
        {layers}
        {labels.map(({ x, y, name }) => (
          <g key={name}>
            <circle cx={x} cy={y} r={letter / 3} className="column-station" strokeWidth={letter / 8} />
            <text
              x={x + (x > left + 0.8 * across ? -letter : letter) / 2}
              y={y + letter / 3}
              fontSize={letter * 0.9}
              textAnchor={x > left + 0.8 * across ? 'end' : 'start'}
            >
              {name}
            </text>
          </g>
        ))}
        {marks.map(({ x, y, numbers, look }) => {
          const width = letter * (0.9 + 0.62 * numbers.length)
          return (
            <g key={numbers}>
              <rect
                x={x - width / 2}
                y={y - letter * 0.8}
                width={width}
                height={letter * 1.6}
                rx={letter * 0.4}
                className={`column-pin${look}`}
                strokeWidth={letter / 8}
              />
              <text x={x} y={y + letter * 0.42} fontSize={letter * 1.15} fontWeight={700} textAnchor="middle">
                {numbers}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

function marksOf(columns: readonly Column[], callOf: (index: number) => string) {
  const marks: { x: number; y: number; numbers: string; look: string }[] = []
  columns.forEach(({ place: { location }, match }, index) => {
    if (!location) return
    const [x, y] = place(location.lon, location.lat)
    const held = marks.find((mark) => mark.x === x && mark.y === y)
    if (held) {
      held.numbers += `,${callOf(index)}`
      held.look = ''
    } else marks.push({ x, y, numbers: callOf(index), look: match ? ` score-${classOf(match.score)}` : '' })
  })
  return marks
}
