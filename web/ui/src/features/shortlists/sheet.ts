import type { Profiled } from '../../api/records'
import type { BoardCode, Criterion, Point, SheetItem, SheetMember, Value } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import type { Column } from '../../matches/compare/comparison'
import { most } from '../../matches/compare/picks'
import { profileName, unitName } from '../../matches/list/names'

/** The record of an item as far as a sheet tells it. */
const recordOf = ({ item, values, name, unit }: Pick<SheetItem, 'item' | 'values' | 'name' | 'unit'>): Profiled => ({
  id: item,
  values: values as Record<string, Value>,
  ...(name && { name }),
  ...(unit && { unit }),
  public: true,
  version: 0,
})

const boardOf = ({ board }: SheetItem) => board as BoardCode

/** What an item was called when it was kept. */
export function nameOf(item: SheetItem, words: Words) {
  const record = recordOf(item)
  if (!boards[boardOf(item)].inBuildings) return profileName(boardOf(item), item.item, record, words)
  const building = words.text(item.building) || words.text(item.address) || item.item
  const unit = unitName(record, words)
  const together = item.members && words.t('match.run', { count: item.members.length, floor: unit })
  return [building, together ?? unit].filter(Boolean).join(' ')
}

/** What one of the spaces that are taken together was called; of its building only the floor and the unit. */
export const memberName = (member: SheetMember, words: Words) => unitName(recordOf(member), words) || member.item

/** The spaces that are taken together; undefined: it is a single profile. */
export const membersOf = ({ members }: SheetItem) => members?.map(recordOf)

/** An item as a column of a comparison, with source and day of each fact. */
export const columnOf = (item: SheetItem, words: Words): Column => ({
  id: item.item,
  place: {
    board: boardOf(item),
    record: recordOf(item),
    building: undefined,
    name: nameOf(item, words),
    sample: item.sample ?? false,
    location: item.values.location as Point | undefined,
  },
  match: item.match,
  members: membersOf(item),
  facts: item.facts,
})

export interface SheetBoard {
  board: BoardCode
  criteria: Criterion[]
  items: SheetItem[]
}

/** The items board by board, in their order, with what each board was asked. */
export function boardsOf(
  items: readonly SheetItem[],
  asked: readonly { board: string; criteria: Criterion[] }[],
): SheetBoard[] {
  const codes = [...new Set(items.map(boardOf))]
  return codes.map((board) => ({
    board,
    criteria: asked.find((one) => one.board === board)?.criteria ?? [],
    items: items.filter((item) => item.board === board),
  }))
}

/** Which stand side by side: those that were chosen, or else the first that fit. */
export const sideBySide = (items: readonly SheetItem[], chosen: readonly string[] | undefined) =>
  chosen ? items.filter(({ item }) => chosen.includes(item)) : items.slice(0, most)

/** A list with one entry moved up (-1) or down (1); the same where it cannot move. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const next = [...list]
  const [entry] = next.splice(at, 1)
  const to = at + by
  return entry === undefined || to < 0 || to > next.length ? [...list] : next.toSpliced(to, 0, entry)
}
