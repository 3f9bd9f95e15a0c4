import type { BoardCode } from '../../api/types'
import { boards } from '../../kinds/boards'
import { useMedia } from '../../kit/useMedia'

/**
 * How many filters stand beside each other above the list; none: all are behind a button, since a low or narrow window
 * would show no rows, or the board has too few.
 */
export function useFilterRoom(board: BoardCode) {
  const four = useMedia('(min-width: 1280px) and (min-height: 600px)')
  const two = useMedia('(min-width: 760px) and (min-height: 600px)')
  return boards[board].filters.length < 2 ? 0 : four ? 4 : two ? 2 : 0
}
