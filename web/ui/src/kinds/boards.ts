import type { BoardCode, Criterion } from '../api/types'
import type { BoardRow } from './board'
import { opportunities } from './opportunities'
import { partners } from './partners'
import type { Reader } from './readers'
import { research } from './research'
import { sites } from './sites'

/** Every board, in the order of menus and filters: the one place of the page that lists them. */
export const boards: Record<BoardCode, BoardRow> = { sites, partners, research, opportunities }

export const boardCodes = Object.keys(boards) as BoardCode[]

/** How many adjacent profiles may be taken together. */
export const numbersTogether = [2, 3, 4, 5, 6] as const

/** How many adjacent profiles the board takes together for these criteria; undefined: single ones alone. */
export const combinedFor = (board: BoardCode, criteria: readonly Criterion[], combine: number | undefined) =>
  mayCombine(board, criteria) ? combine : undefined

/** Whether adjacent profiles taken together may meet what single ones do not. */
export const mayCombine = (board: BoardCode, criteria: readonly Criterion[]) =>
  criteria.some(({ attribute, strength }) => attribute === boards[board].combinedBy && strength !== 'prefer')

/** The boards in a reader's menu. */
export const boardsOf = (reader: Reader) => boardCodes.filter((code) => boards[code].menu.includes(reader))

/** The boards on which a party's people write demands. */
export const soughtBy = (party: 'enterprise' | 'firm') =>
  boardCodes.filter((code) => boards[code].seekers.includes(party))
