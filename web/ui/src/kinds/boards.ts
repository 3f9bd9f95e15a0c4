import type { BoardCode } from '../api/types'
import type { BoardRow } from './board'
import { opportunities } from './opportunities'
import { partners } from './partners'
import type { Reader } from './readers'
import { research } from './research'
import { sites } from './sites'

/** Every board, in the order of menus and filters: the one place of the page that lists them. */
export const boards: Record<BoardCode, BoardRow> = { sites, partners, research, opportunities }

export const boardCodes = Object.keys(boards) as BoardCode[]

/** The boards in a reader's menu. */
export const boardsOf = (reader: Reader) => boardCodes.filter((code) => boards[code].menu.includes(reader))

/** The boards on which a party's people write demands. */
export const soughtBy = (party: 'enterprise' | 'firm') =>
  boardCodes.filter((code) => boards[code].seekers.includes(party))
