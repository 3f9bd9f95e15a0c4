import { useWords } from '../i18n/i18n'
import { classOf } from '../score/scoreClass'
import { bounds, type MapPoint, nameField, useBasemap } from './basemap'
import type { MapProps } from './MapView'
import { height, mercator, place, scale, useLayers, width } from './projection'

/** The same map as plain SVG, for a browser without WebGL and for print. */
export function SvgMap({ points, selected, onSelect, onPick, picked }: MapProps) {
  const { t, language } = useWords()
  const basemap = useBasemap()
  const layers = useLayers()
  const pick =
    onPick &&
    ((event: React.MouseEvent<SVGSVGElement>) => {
      const box = event.currentTarget.getScreenCTM()
      if (!box) return
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(box.inverse())
      const lat = mercator(bounds[3]) - at.y / scale
      onPick({ lon: at.x / scale + bounds[0], lat: (Math.atan(Math.exp((lat * Math.PI) / 180)) * 360) / Math.PI - 90 })
    })
  return (
    <svg
      className="svg-map"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      role="group"
      aria-label={t('map.label')}
      onClick={pick}
    >
      {layers}
      {basemap?.features
        .filter((feature) => ['station', 'label'].includes(feature.properties.layer))
        .map((feature, index) => {
          if (feature.geometry.type !== 'Point' || feature.properties.class === 'place') return null
          const [x, y] = place(...feature.geometry.coordinates)
          return (
            <text key={index} x={x} y={y} className={`svg-${feature.properties.layer}`}>
              {feature.properties[nameField(language)]}
            </text>
          )
        })}
      {points.map((point) => (
        <Dot key={point.id} point={point} selected={point.id === selected} onSelect={onSelect} />
      ))}
      {picked && (
        <circle
          cx={place(picked.lon, picked.lat)[0]}
          cy={place(picked.lon, picked.lat)[1]}
          r={8}
          className="svg-picked"
        />
      )}
    </svg>
  )
}

function Dot({
  point,
  selected,
  onSelect,
}: {
  point: MapPoint
  selected: boolean
  onSelect: ((id: string) => void) | undefined
}) {
  const [x, y] = place(point.lon, point.lat)
  return (
    <g className="svg-dot" onClick={() => onSelect?.(point.id)}>
      <title>{point.name}</title>
      <circle
        cx={x}
        cy={y}
        r={selected ? 14 : 11}
        className={`score-${classOf(point.score)}${selected ? ' selected' : ''}`}
      />
      <text x={x} y={y + 4} className={point.score >= 70 ? 'light' : ''}>
        {Math.round(point.score)}
      </text>
    </g>
  )
}
