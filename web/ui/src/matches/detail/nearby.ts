import type { Firm, Point } from '../../api/types'
import { metresOnFoot, walkingMinutes } from '../../map/rings/walking'

export const farthestMinutes = 15

export interface Neighbour {
  firm: Firm
  /** 0: in the same building. */
  minutes: number
  /** It was listed before and is not any more; it keeps its place, greyed. */
  gone?: boolean
}

/** How long one walks at most, for the headings of the list. */
export const bands = [5, 10, farthestMinutes] as const

/**
 * Firms in the same building first, then by how long one walks to them; the order depends on nothing that changes live.
 */
export function neighbours(firms: Firm[], buildingId: string, location: Point): Neighbour[] {
  return firms
    .flatMap((firm) => {
      const place = firm.values.location as Point | undefined
      const minutes =
        firm.buildingId === buildingId ? 0 : place ? Math.max(1, walkingMinutes(place, location)) : Infinity
      return minutes <= farthestMinutes ? [{ firm, minutes }] : []
    })
    .sort((a, b) => a.minutes - b.minutes || (a.firm.id < b.firm.id ? -1 : 1))
}

/** The box that holds everything within so many minutes' walk: west, south, east, north. */
export function boxAround({ lat, lon }: Point, minutes = farthestMinutes) {
  const metres = metresOnFoot(minutes)
  const [up, side] = [metres / 111_000, metres / (111_000 * Math.cos((lat * Math.PI) / 180))]
  return [lon - side, lat - up, lon + side, lat + up].map((edge) => edge.toFixed(6)).join(',')
}

export const inBand = (minutes: number, band: number) =>
  minutes > 0 && minutes <= band && minutes > Math.max(0, ...bands.filter((other) => other < band))

/** What was shown keeps its place: new values in it, what is gone greyed, what came at the end. */
export function held(before: readonly Neighbour[], now: readonly Neighbour[]): Neighbour[] {
  const byId = new Map(now.map((neighbour) => [neighbour.firm.id, neighbour]))
  const kept = before.map((neighbour) => byId.get(neighbour.firm.id) ?? { ...neighbour, gone: true })
  const known = new Set(before.map(({ firm }) => firm.id))
  return [...kept, ...now.filter(({ firm }) => !known.has(firm.id))]
}
