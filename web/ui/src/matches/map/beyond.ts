import { groupBy } from '../../kit/order/groupBy'
import type { MapPoint } from '../../map/basemap'
import { bounds } from '../../map/basemap'
import { metresBetween } from '../../map/rings/walking'

/** Results of one place that lies beyond the base map. */
export interface Far {
  /** What the place is called. */
  name: string
  lon: number
  lat: number
  points: MapPoint[]
  /** From the middle of the base map, as the crow flies. */
  metres: number
}

export const centre = { lon: (bounds[0] + bounds[2]) / 2, lat: (bounds[1] + bounds[3]) / 2 }

export const isBeyond = ({ lon, lat }: { lon: number; lat: number }) =>
  lon < bounds[0] || lon > bounds[2] || lat < bounds[1] || lat > bounds[3]

/** The results beyond the base map by place, the nearest place first; each with its best first. */
export function farOf(points: readonly MapPoint[], placeOf: (point: MapPoint) => string): Far[] {
  return [...groupBy(points.filter(isBeyond), placeOf)]
    .map(([name, all]) => {
      const mean = (axis: 'lon' | 'lat') => all.reduce((sum, point) => sum + point[axis], 0) / all.length
      const at = { lon: mean('lon'), lat: mean('lat') }
      return {
        name,
        ...at,
        metres: metresBetween(at, centre),
        points: all.sort((a, b) => (b.score ?? 0) - (a.score ?? 0)),
      }
    })
    .sort((a, b) => a.metres - b.metres)
}

/** A plane that holds the base map and those places, in a box of that size with a margin; lengths keep their ratio. */
export function schematic(
  places: readonly { lon: number; lat: number }[],
  width: number,
  height: number,
  margin: number,
) {
  const shrink = Math.cos((centre.lat * Math.PI) / 180)
  const lons = [bounds[0], bounds[2], ...places.map(({ lon }) => lon)]
  const lats = [bounds[1], bounds[3], ...places.map(({ lat }) => lat)]
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const scale = Math.min((width - 2 * margin) / ((east - west) * shrink), (height - 2 * margin) / (north - south))
  return {
    /** Pixels of one kilometre. */
    kilometre: scale / 111.195,
    at: ({ lon, lat }: { lon: number; lat: number }) => ({
      x: width / 2 + (lon - (west + east) / 2) * shrink * scale,
      y: height / 2 - (lat - (south + north) / 2) * scale,
    }),
  }
}
