import { useWords } from '../../../i18n/i18n'
import { nameField, useBasemap } from '../../../map/basemap'
import { height, place, useLayers, width } from '../../../map/projection'
import type { Spot } from './district'

/** Kowloon East with every building that is known, larger where more spaces are free. */
export function DistrictMap({ spots }: { spots: Spot[] }) {
  const { t, text, language } = useWords()
  const basemap = useBasemap()
  const layers = useLayers()
  const stations = basemap?.features.filter(({ properties }) => properties.layer === 'station') ?? []
  return (
    <svg
      className="svg-map district-map"
      viewBox={`0 60 ${width} ${height - 110}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={t('home.district.map', { count: spots.filter(({ free }) => free > 0).length })}
    >
      {layers}
      {spots.map(({ id, location, free, building }) => {
        const [x, y] = place(location.lon, location.lat)
        return (
          <circle
            key={id}
            cx={x}
            cy={y}
            r={free > 0 ? 5 + 2.2 * Math.sqrt(free) : 3}
            className={free > 0 ? 'free' : ''}
          >
            <title>
              {text(building.name) || text(building.address)}
              {free > 0 && ` · ${t('home.district.free', { count: free })}`}
            </title>
          </circle>
        )
      })}
      {stations.map(({ geometry, properties }, index) => {
        if (geometry.type !== 'Point') return null
        const [x, y] = place(...geometry.coordinates)
        return (
          <g key={index} className="district-station">
            <circle cx={x} cy={y} r={5} />
            <text x={x} y={y - 12}>
              {properties[nameField(language)]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
