import type { Places } from '../api/records'
import { buildingOf } from '../api/records'
import type { Building, Point, Space, Value } from '../api/types'
import type { Words } from '../i18n/i18n'

export const valueOf = (space: Space | undefined, building: Building | undefined, code: string): Value | undefined =>
  space?.values[code] ?? space?.inherited?.[code] ?? building?.values[code]

/** The floor and unit within the building: `12 樓 A 室`, or what the record is called. */
export function unitName(space: Space | undefined, { t, text, format }: Words) {
  if (!space) return ''
  const floor = space.values.floor
  const level = typeof floor === 'number' ? format.quantity(floor, 'storey') : ''
  const unit = space.unit ? t('unitName', { unit: space.unit }) : ''
  return [level, unit].filter(Boolean).join(' ') || text(space.name)
}

export interface Place {
  /** undefined while the record is read. */
  space: Space | undefined
  building: Building | undefined
  buildingName: string
  unit: string
  name: string
  sample: boolean
  location: Point | undefined
  district: string | undefined
}

/** What a match's id stands for; several spaces taken together are named by the first one and how many. */
export function placeOf(matchId: string, places: Places, words: Words): Place {
  const ids = matchId.split('+')
  const space = places.spaces.get(ids[0]!)
  const building = places.buildings.get(buildingOf(ids[0]!))
  const buildingName = words.text(building?.name) || words.text(building?.address) || (building ? building.id : '…')
  const units = ids.map((id) => unitName(places.spaces.get(id), words)).filter(Boolean)
  const location = valueOf(space, building, 'location') as Point | undefined
  const district = valueOf(space, building, 'district') as string | undefined
  return {
    space, building, buildingName, unit: words.format.list(units), name: [buildingName, ...units].join(' '),
    sample: Boolean(space?.sample ?? building?.sample), location, district,
  }
}
