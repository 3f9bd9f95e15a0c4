import type { Point } from '../../api/types'
import type { Frame } from '../../map/frame'

/** A part of the map as an address states it: west, south, east, north in degrees; anything else is none. */
export function readArea(text: string | null): Frame | undefined {
  const edges = (text ?? '').split(',').map((edge) => (/^-?\d{1,3}(\.\d+)?$/.test(edge) ? Number(edge) : NaN))
  const [west, south, east, north] = edges
  if (edges.length !== 4 || edges.some(Number.isNaN)) return undefined
  const isBox = west! < east! && south! < north! && west! >= -180 && east! <= 180 && south! >= -85 && north! <= 85
  return isBox ? [west!, south!, east!, north!] : undefined
}

/** To a metre, and never smaller than what is shown: what lies on its edge lies in it. */
export function writeArea([west, south, east, north]: Frame) {
  const outward = (edge: number, round: (value: number) => number) => String(round(edge * 1e5) / 1e5)
  return [
    outward(west, Math.floor),
    outward(south, Math.floor),
    outward(east, Math.ceil),
    outward(north, Math.ceil),
  ].join(',')
}

export const isIn = ([west, south, east, north]: Frame, { lon, lat }: Point) =>
  lon >= west && lon <= east && lat >= south && lat <= north

/** How a list divides by a part of the map: nothing goes without being counted. */
export function divided(ids: readonly string[], area: Frame, placeOf: (id: string) => Point | undefined) {
  const here = new Set<string>()
  let unplaced = 0
  for (const id of ids) {
    const place = placeOf(id)
    if (!place) unplaced++
    else if (isIn(area, place)) here.add(id)
  }
  return { here, unplaced, elsewhere: ids.length - here.size - unplaced }
}
