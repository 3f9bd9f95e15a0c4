import type { Attribute, BoardCode } from '../../api/types'
import type { Group } from '../../kinds/board'
import { boards } from '../../kinds/boards'

/**
 * The board's attributes that records state, by what they are about; one that the page does not know yet goes under
 * "other".
 */
export function grouped(all: Attribute[], board: BoardCode) {
  const attributes = all.filter(({ derived }) => !derived)
  const { groups } = boards[board]
  const known = new Set(groups.flatMap(([, codes]) => codes))
  const other: Group = ['other', attributes.map(({ code }) => code).filter((code) => !known.has(code))]
  return [...groups, other]
    .map(([key, codes]) => ({
      key,
      attributes: codes.flatMap((code) => attributes.find((attribute) => attribute.code === code) ?? []),
    }))
    .filter((group) => group.attributes.length > 0)
}
