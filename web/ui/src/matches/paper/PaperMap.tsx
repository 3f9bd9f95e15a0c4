import { useWords } from '../../i18n/i18n'
import { nameField, useBasemap } from '../../map/basemap'
import { place, useLayers } from '../../map/projection'
import type { Column } from '../compare/comparison'

const shape = 1.45 // as wide as high
const least = 110 // units of the drawing: about a kilometre

/** Where they are, by their numbers; what stands in one building shares a mark. */
export function PaperMap({ columns }: { columns: Column[] }) {
  const { t, language } = useWords()
  const basemap = useBasemap()
  const layers = useLayers()
  const marks = marksOf(columns)
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
      <figcaption>
        <b>{t('paper.map')}</b>
      </figcaption>
      <svg
        className="paper-map"
        viewBox={`${left} ${top} ${across} ${across / shape}`}
        role="img"
        aria-label={t('map.label')}
      >
        {layers}
        {labels.map(({ x, y, name }) => (
          <g key={name}>
            <circle cx={x} cy={y} r={letter / 3} className="paper-station" strokeWidth={letter / 8} />
            <text x={x + letter / 2} y={y + letter / 3} fontSize={letter * 0.9}>
              {name}
            </text>
          </g>
        ))}
        {marks.map(({ x, y, numbers }) => {
          const width = letter * (0.9 + 0.62 * numbers.length)
          return (
            <g key={numbers}>
              <rect
                x={x - width / 2}
                y={y - letter * 0.8}
                width={width}
                height={letter * 1.6}
                rx={letter * 0.4}
                className="paper-pin"
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

function marksOf(columns: Column[]) {
  const marks: { x: number; y: number; numbers: string }[] = []
  columns.forEach(({ place: { location } }, index) => {
    if (!location) return
    const [x, y] = place(location.lon, location.lat)
    const held = marks.find((mark) => mark.x === x && mark.y === y)
    if (held) held.numbers += `,${index + 1}`
    else marks.push({ x, y, numbers: String(index + 1) })
  })
  return marks
}
