import type { Space } from '../api/types'

export const width = 250

export interface PlacedUnit {
  space: Space
  x: number
  size: number
}

export interface PlacedFloor {
  floor: number
  units: PlacedUnit[]
}

/**
 * Floors from the top; a unit is as wide as its share of the fullest floor, an unknown area counts as the mean.
 *
 * @param others Floors that are drawn though no space of theirs is known.
 */
export function stack(spaces: readonly Space[], others: readonly number[] = []) {
  const placed = spaces.filter((space) => typeof space.values.floor === 'number')
  const areas = placed.flatMap((space) => (typeof space.values.area === 'number' ? [space.values.area] : []))
  const mean = areas.length ? areas.reduce((sum, area) => sum + area, 0) / areas.length : 1
  const areaOf = (space: Space) => (typeof space.values.area === 'number' ? space.values.area : mean)
  const byFloor = new Map<number, Space[]>(others.map((floor) => [floor, []]))
  for (const space of placed) {
    const floor = space.values.floor as number
    const units = byFloor.get(floor)
    if (units) units.push(space)
    else byFloor.set(floor, [space])
  }
  const fullest = Math.max(
    1,
    ...[...byFloor.values()].map((units) => units.reduce((sum, unit) => sum + areaOf(unit), 0)),
  )
  const floors = [...byFloor]
    .sort(([a], [b]) => b - a)
    .map(([floor, units]): PlacedFloor => {
      let x = 0
      return {
        floor,
        units: units
          .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
          .map((space): PlacedUnit => {
            const size = (areaOf(space) / fullest) * width
            const unit = { space, x, size }
            x += size
            return unit
          }),
      }
    })
  return { floors, unplaced: spaces.filter((space) => typeof space.values.floor !== 'number') }
}
