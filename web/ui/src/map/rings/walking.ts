import type { Point } from '../../api/types'

const radius = 6_371_008.8

/** The great circle between two places. */
export function metresBetween(a: Point, b: Point) {
  const [lat1, lat2] = [a.lat, b.lat].map((value) => (value * Math.PI) / 180) as [number, number]
  const half = (from: number, to: number) => Math.sin((to - from) / 2) ** 2
  const h = half(lat1, lat2) + Math.cos(lat1) * Math.cos(lat2) * half((a.lon * Math.PI) / 180, (b.lon * Math.PI) / 180)
  return 2 * radius * Math.asin(Math.sqrt(h))
}

/**
 * Whole minutes for a way of so many whole metres as the crow flies, rounded up: streets are 1.3 times as long, and
 * people walk 80 m a minute.
 */
export const minutesOnFoot = (metres: number) => Math.ceil((metres * 13) / 800)

/** The metres as the crow flies that one walks in so many minutes. */
export const metresOnFoot = (minutes: number) => (minutes * 800) / 13

/** From one place to another; 0 within one place. */
export const walkingMinutes = (a: Point, b: Point) => minutesOnFoot(Math.round(metresBetween(a, b)))
