import type { Places, Profiled } from '../../api/records'
import { buildingOf } from '../../api/records'
import type { BoardCode, Building, Point, Value } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import { together } from '../runs/together'

export const valueOf = (
  record: Profiled | undefined,
  building: Building | undefined,
  code: string,
): Value | undefined => record?.values[code] ?? record?.inherited?.[code] ?? building?.values[code]

/** The floor and unit within the building: `12 樓 A 室`, or what the record is called. */
export function unitName(space: Profiled | undefined, { t, text, format }: Words) {
  if (!space) return ''
  const floor = space.values.floor
  const level = typeof floor === 'number' ? format.quantity(floor, 'storey') : ''
  const unit = space.unit ? t('unitName', { unit: space.unit }) : ''
  return [level, unit].filter(Boolean).join(' ') || text(space.name)
}

export interface Place {
  board: BoardCode
  /** undefined while the record is read. */
  record: Profiled | undefined
  /** Where the profiles are parts of buildings. */
  building: Building | undefined
  name: string
  sample: boolean
  location: Point | undefined
}

/** The profiles for which a match stands: several where adjacent spaces are taken together. */
export const membersOf = (matchId: string) => matchId.split('+')

/** The records of spaces that are taken together; none of a single profile, or while they are read. */
export function membersIn(matchId: string, { records }: Places): { members?: Profiled[] } {
  const ids = membersOf(matchId)
  const members = ids.flatMap((id) => records.get(id) ?? [])
  return ids.length > 1 && members.length === ids.length ? { members } : {}
}

/** What a match's id stands for; several spaces taken together are named by how many they are, and their floor. */
export function placeOf(matchId: string, places: Places, words: Words): Place {
  const ids = membersOf(matchId)
  const isRun = ids.length > 1
  const record = isRun ? together(ids.map((id) => places.records.get(id))) : places.records.get(ids[0]!)
  if (!boards[places.board].inBuildings)
    return {
      board: places.board,
      record,
      building: undefined,
      name: profileName(places.board, matchId, record, words),
      ...shared(record, undefined),
    }
  const building = places.buildings.get(buildingOf(ids[0]!))
  const buildingName = words.text(building?.name) || words.text(building?.address) || (building ? building.id : '…')
  const unit = isRun
    ? words.t('match.run', { count: ids.length, floor: unitName(record, words) })
    : unitName(record, words)
  return {
    board: places.board,
    record,
    building,
    name: [buildingName, unit].filter(Boolean).join(' '),
    ...shared(record, building),
  }
}

const shared = (record: Profiled | undefined, building: Building | undefined) => ({
  sample: Boolean(record?.sample ?? building?.sample),
  location: valueOf(record, building, 'location') as Point | undefined,
})

/** What a profile without a known name goes by, where its board has such aliases; the id tells nothing. */
export const aliasOf = (board: BoardCode, id: string, t: Words['t']) =>
  boards[board].anonymous && id ? t(`${board}.alias`, { code: id.slice(0, 6).toUpperCase() }) : ''

/** The name of a profile, or what it goes by. */
export function profileName(board: BoardCode, id: string, record: Profiled | undefined, { t, text }: Words) {
  return text(record?.name) || aliasOf(board, id, t) || (record ? id : '…')
}
