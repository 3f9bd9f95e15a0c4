import type { ReactNode } from 'react'
import type { Point } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { nameField, useBasemap } from '../basemap'
import { place, useLayers } from '../projection'
import './drawn.css'

const shape = 1.45 // as wide as high
const least = 110 // units of the drawing: about a kilometre

export interface DrawnMark {
  at: Point
  /** A number or a letter. */
  sign: string
  /** The class of its score; empty: none. */
  look: string
}

/**
 * A small map that stands still, for comparison and for paper: a few places by their signs, and the way between them in
 * straight lines. What stands in one place shares a mark. No marks: nothing.
 */
export function DrawnMap({
  marks: given,
  route = [],
  className,
  label,
  caption,
}: {
  marks: readonly DrawnMark[]
  route?: readonly Point[]
  className: string
  label: string
  caption?: ReactNode
}) {
  const { language } = useWords()
  const basemap = useBasemap()
  const layers = useLayers()
  const marks = marksOf(given)
  if (marks.length === 0) return null
  const way = route.map(({ lon, lat }) => place(lon, lat))
  const xs = [...marks.map(({ x }) => x), ...way.map(([x]) => x)]
  const ys = [...marks.map(({ y }) => y), ...way.map(([, y]) => y)]
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
        {way.length > 1 && (
          <polyline points={way.map((point) => point.join(',')).join(' ')} className="route" strokeWidth={letter / 4} />
        )}
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

function marksOf(given: readonly DrawnMark[]) {
  const marks: { x: number; y: number; numbers: string; look: string }[] = []
  for (const { at, sign, look } of given) {
    const [x, y] = place(at.lon, at.lat)
    const held = marks.find((mark) => mark.x === x && mark.y === y)
    if (held) {
      held.numbers += `,${sign}`
      held.look = ''
    } else marks.push({ x, y, numbers: sign, look })
  }
  return marks
}
