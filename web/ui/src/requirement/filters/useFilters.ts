import { useState } from 'react'
import type { Schema } from '../../api/boards'
import type { BoardCode, Criterion } from '../../api/types'
import { boards } from '../../kinds/boards'
import { type Arranged, arranged, listsOf, most } from './maths/arrange'
import { useFilterRoom } from './useFilterRoom'

/** The attributes that are filtered by: those in sight, and behind the button further ones and lists to choose from. */
export function useFilters(board: BoardCode, criteria: Criterion[], schema: Schema) {
  const room = useFilterRoom(board)
  const [held, setHeld] = useState<{ board: BoardCode; arranged: Arranged }>()
  const { filters: usual, choices } = boards[board]
  const before = held?.board === board ? held.arranged : undefined
  const now = arranged(before, criteria, usual, schema.attributes, room)
  if (schema.attributes.length > 0 && JSON.stringify(now) !== JSON.stringify(before)) setHeld({ board, arranged: now })
  const { order } = now
  const attributes = (codes: string[]) => codes.map((code) => schema.byCode.get(code)!)
  const shown = order.slice(0, room)
  const more = order.slice(room, room + most)
  return {
    room,
    shown: attributes(shown),
    more: attributes(more),
    lists: attributes(listsOf(criteria, choices, schema.attributes).slice(0, most)),
  }
}
