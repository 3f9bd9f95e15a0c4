import { buildingOf } from '../../../api/records'
import type { Building, Match, Point } from '../../../api/types'

export interface Spot {
  id: string
  building: Building
  location: Point
  /** Spaces that can be had there. */
  free: number
}

/** Buildings with a place on the map, those with free spaces last, so that they are drawn above the others. */
export function spotsOf(buildings: Building[], free: Match[]): Spot[] {
  const counts = new Map<string, number>()
  for (const { id } of free) counts.set(buildingOf(id), (counts.get(buildingOf(id)) ?? 0) + 1)
  return buildings
    .flatMap((building) => {
      const location = building.values.location as Point | undefined
      return location ? [{ id: building.id, building, location, free: counts.get(building.id) ?? 0 }] : []
    })
    .sort((a, b) => a.free - b.free)
}

/** Free spaces by district, most first. */
export function byDistrict(spots: Spot[]) {
  const counts = new Map<string, number>()
  for (const { building, free } of spots) {
    const district = building.values.district
    if (typeof district === 'string' && free > 0) counts.set(district, (counts.get(district) ?? 0) + free)
  }
  return [...counts]
    .map(([district, free]) => ({ district, free }))
    .sort((a, b) => b.free - a.free || (a.district < b.district ? -1 : 1))
}
