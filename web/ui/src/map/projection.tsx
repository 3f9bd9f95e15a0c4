import { useMemo } from 'react'
import { type BasemapFeature, bounds, useBasemap } from './basemap'

export const width = 900
export const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI)
export const scale = width / (bounds[2] - bounds[0])
export const height = Math.round((mercator(bounds[3]) - mercator(bounds[1])) * scale)
export const place = (lon: number, lat: number): [number, number] => [
  (lon - bounds[0]) * scale,
  (mercator(bounds[3]) - mercator(lat)) * scale,
]

const line = (points: [number, number][]) =>
  'M' +
  points
    .map(([lon, lat]) =>
      place(lon, lat)
        .map((value) => value.toFixed(1))
        .join(' '),
    )
    .join('L')

function pathOf({ geometry }: BasemapFeature) {
  if (geometry.type === 'LineString') return line(geometry.coordinates)
  return geometry.type === 'Polygon' ? geometry.coordinates.map((ring) => `${line(ring)}Z`).join('') : ''
}

/** Land, water, parks, roads and rail as paths, once the base map is read. */
export function useLayers() {
  const basemap = useBasemap()
  return useMemo(() => drawn(basemap?.features ?? []), [basemap])
}

function drawn(features: BasemapFeature[]) {
  const order = ['land', 'district', 'park', 'road', 'rail']
  return [...features]
    .sort((a, b) => order.indexOf(a.properties.layer) - order.indexOf(b.properties.layer))
    .filter((feature) => order.includes(feature.properties.layer))
    .map((feature, index) => (
      <path
        key={index}
        d={pathOf(feature)}
        className={`svg-${feature.properties.layer} ${feature.properties.class ?? ''}`}
      />
    ))
}
