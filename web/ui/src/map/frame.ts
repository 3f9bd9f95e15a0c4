import { bounds, type MapPoint } from './basemap'

export type Frame = [west: number, south: number, east: number, north: number]

/** The box around the points that lie on the map; undefined where none does. */
export function frameOf(points: Pick<MapPoint, 'lon' | 'lat'>[]): Frame | undefined {
  const [west, south, east, north] = bounds
  const inside = points.filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north)
  if (inside.length === 0) return undefined
  const lons = inside.map(({ lon }) => lon)
  const lats = inside.map(({ lat }) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** Stays the same while the same places are shown, whatever their scores and order. */
export const placesKey = (points: Pick<MapPoint, 'id'>[]) =>
  points
    .map(({ id }) => id)
    .sort()
    .join(' ')
