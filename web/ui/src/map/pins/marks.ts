import { classOf } from '../../score/scoreClass'
import type { MapPoint } from '../basemap'
import { mostZoom, scaleOf, worldOf } from '../world'

/** The colour of a pin, as a class: none where nothing is scored, and none to rely on where a must is not met. */
export const lookOf = ({ score, possible, near }: Pick<MapPoint, 'score' | 'possible' | 'near'>) =>
  score === undefined ? 'plain' : near ? 'near' : possible ? 'possible' : `score-${classOf(score)}`

/** What stands behind the number of a pin. */
export const signOf = ({ possible, near }: Pick<MapPoint, 'possible' | 'near'>) => (near ? '✕' : possible ? '?' : '')

/** Pins nearer to each other than this, in pixels, would overlap. */
export const nearest = 38

/** One pin on the map, or the ring that stands for several places. */
export interface Mark {
  /** Stays the same while the places around it do. */
  key: string
  x: number
  y: number
  kind: 'pin' | 'place' | 'cluster'
  /** Best first. */
  points: MapPoint[]
}

export const placeKey = ({ lon, lat }: Pick<MapPoint, 'lon' | 'lat'>) => `${lon},${lat}`

/** What stands at one place together, best first. */
export function placesOf(points: readonly MapPoint[]) {
  const places = new Map<string, MapPoint[]>()
  for (const point of points) {
    const held = places.get(placeKey(point))
    if (held) held.push(point)
    else places.set(placeKey(point), [point])
  }
  for (const held of places.values()) held.sort(byBest)
  return places
}

/**
 * Every point in one mark, and no two marks nearer than `apart` pixels at this scale. Depends on where the places are
 * alone: neither a new score nor moving the map puts a pin elsewhere.
 */
export function marksOf(points: readonly MapPoint[], scale: number, apart = nearest): Mark[] {
  const marks: Mark[] = []
  const places = [...placesOf(points)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [key, here] of places) {
    const { x, y } = worldOf(here[0]!)
    const near = nearestOf(marks, x, y, apart / scale)
    if (!near) marks.push({ key, x, y, kind: here.length > 1 ? 'place' : 'pin', points: here })
    else {
      near.kind = 'cluster'
      near.points = [...near.points, ...here]
    }
  }
  for (const mark of marks) if (mark.kind === 'cluster') mark.points.sort(byBest)
  return marks
}

/** The first zoom at which a ring parts; undefined: never, so that only a list tells its points apart. */
export function partingZoom({ points }: Mark, apart = nearest) {
  for (let zoom = 12; zoom <= mostZoom; zoom += 0.5) if (marksOf(points, scaleOf(zoom), apart).length > 1) return zoom
  return undefined
}

function nearestOf(marks: Mark[], x: number, y: number, apart: number) {
  let found: Mark | undefined
  let least = apart
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - x, mark.y - y)
    if (distance < least) [found, least] = [mark, distance]
  }
  return found
}

export const byBest = (a: MapPoint, b: MapPoint) =>
  Number(a.gone) - Number(b.gone) ||
  Number(a.near) - Number(b.near) ||
  (b.score ?? -1) - (a.score ?? -1) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
