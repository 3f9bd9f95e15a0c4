import { useState } from 'react'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { bounds } from '../../map/basemap'
import { useStations } from '../../map/ground'
import { useIsWide } from '../useIsWide'
import './beyond.css'
import { type Far, schematic } from './beyond'

const [width, height, margin] = [264, 208, 34]
/** So many places are named in the drawing; all are in the list. */
const named = 4

/** Where results lie that the base map does not reach, drawn by their coordinates alone, with the way to each. */
export function Beyond({
  places,
  total,
  onSelect,
}: {
  places: readonly Far[]
  /** How many results the map and this show together. */
  total: number
  onSelect: (id: string) => void
}) {
  const { t, format } = useWords()
  const wide = useIsWide()
  const [chosen, setChosen] = useState<boolean>()
  const stations = useStations()
  const count = places.reduce((sum, { points }) => sum + points.length, 0)
  // It covers a part of the map, so it opens by itself only where most results lie beyond.
  const open = chosen ?? (wide && 2 * count >= total)
  const { at, kilometre } = schematic(places, width, height, margin)
  const [a, b] = [at({ lon: bounds[0], lat: bounds[3] }), at({ lon: bounds[2], lat: bounds[1] })]
  const home = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  return (
    <section className="beyond" aria-label={t('map.beyond.title', { count })}>
      <Button look="small" aria-expanded={open} onClick={() => setChosen(!open)}>
        {t('map.beyond.title', { count })}
      </Button>
      {open && (
        <>
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {places.map((place) => {
              const { x, y } = at(place)
              return <line key={place.name} x1={home.x} y1={home.y} x2={x} y2={y} className="beyond-way" />
            })}
            <rect x={a.x} y={a.y} width={b.x - a.x} height={b.y - a.y} className="beyond-home" />
            {stations.map(({ code, position }) => {
              const { x, y } = at(position)
              return <circle key={code} cx={x} cy={y} r="1.2" className="beyond-station" />
            })}
            <text x={width - 4} y={b.y + 14} textAnchor="end" className="beyond-name">
              {t('map.beyond.home')}
            </text>
            {places.map((place, index) => {
              const { x, y } = at(place)
              return (
                <g key={place.name}>
                  <circle cx={x} cy={y} r="10" className="beyond-place" />
                  <text x={x} y={y + 4.5} className="beyond-count">
                    {place.points.length}
                  </text>
                  {index < named && <Label x={x} y={y < height / 2 ? y - 15 : y + 24} text={place.name} />}
                </g>
              )
            })}
            <path d={`M10 ${height - 8}h${(5 * kilometre).toFixed(1)}`} className="beyond-scale" />
            <text x="10" y={height - 13} className="beyond-note">
              {format.distance(5_000)}
            </text>
          </svg>
          <ul>
            {places.map(({ name, points, metres }) => (
              <li key={name}>
                <button type="button" onClick={() => onSelect(points[0]!.id)}>
                  {name}
                </button>{' '}
                <span className="meta nums">
                  {t('map.beyond.place', {
                    count: points.length,
                    distance: format.distance(Math.round(metres / 100) * 100),
                  })}
                </span>
              </li>
            ))}
          </ul>
          <p className="meta">{t('map.beyond.schematic')}</p>
        </>
      )}
    </section>
  )
}

/** A name that stays within the drawing. */
function Label({ x, y, text }: { x: number; y: number; text: string }) {
  const anchor = x < width / 3 ? 'start' : x > (2 * width) / 3 ? 'end' : 'middle'
  return (
    <text
      x={anchor === 'start' ? Math.max(4, x - 12) : anchor === 'end' ? Math.min(width - 4, x + 12) : x}
      y={y}
      textAnchor={anchor}
      className="beyond-name"
    >
      {text}
    </text>
  )
}
