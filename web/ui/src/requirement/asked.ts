import type { BoardCode, Criterion } from '../api/types'
import { combinedFor } from '../kinds/boards'

/** What is asked of a board, as a key: criteria, and how many adjacent spaces may be taken together for them. */
export const askedKey = (board: BoardCode, criteria: Criterion[], combine: number | undefined) =>
  JSON.stringify({ criteria, combine: combinedFor(board, criteria, combine) })

export const askedBy = (key: string) => JSON.parse(key) as { criteria: Criterion[]; combine?: number }
