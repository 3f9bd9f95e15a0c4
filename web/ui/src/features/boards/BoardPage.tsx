import type { BoardCode } from '../../api/types'
import { AskOffice } from '../../enquiry/AskOffice'
import { boards } from '../../kinds/boards'
import { AdHocBoard } from '../../matches/AdHocBoard'

/** A board with the reader's own requirement. */
export function BoardPage({ board }: { board: BoardCode }) {
  return (
    <AdHocBoard
      board={board}
      empty={(criteria) => boards[board].asksOffice && <AskOffice board={board} criteria={criteria} />}
    />
  )
}
