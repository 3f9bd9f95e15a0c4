import type { Load } from '../../../api/introductions'
import type { BoardCode } from '../../../api/types'
import type { CardView } from '../../../live/desk/deskBoard'
import { isEnded } from '../../../introductions/status'
import { compare } from '../../../kit/order/compare'
import { plain, textsOf } from '../../../kit/text/plain'
import type { State } from '../moves'

export interface Filter {
  /** The officer whose cards are wanted. */
  officer?: string
  board?: BoardCode
  text?: string
}

// Each typed letter filters five thousand cards, so their words are computed once.
const words = new WeakMap<object, string>()

function wordsOf({ card }: CardView) {
  let found = words.get(card)
  if (found === undefined) {
    const { seeker, counterpart } = card
    const names = [
      seeker.name,
      seeker.alias,
      counterpart.name,
      counterpart.alias,
      card.demandName,
      card.matchName,
    ].flatMap(textsOf)
    const notes = card.notes?.map(({ text }) => text) ?? []
    found = plain([...names, ...notes, card.officer ?? '', card.id].join('\n'))
    words.set(card, found)
  }
  return found
}

export const fits = (view: CardView, { officer, board, text }: Filter) =>
  (!officer || view.card.officer === officer) &&
  (!board || view.card.board === board) &&
  (!text || wordsOf(view).includes(plain(text)))

const urgency = ({ card }: CardView) => (card.overdue ? '' : (card.dueOn ?? '~'))

/** What is due first stands first, of the same day what has waited longest; of what is over the newest. */
function byUrgency(a: CardView, b: CardView) {
  if (isEnded(a)) return compare(b.card.movedAt, a.card.movedAt) || compare(a.id, b.id)
  return compare(urgency(a), urgency(b)) || compare(a.card.movedAt, b.card.movedAt) || compare(a.id, b.id)
}

export type Columns = Partial<Record<State, readonly string[]>>

/**
 * The ids of each column, in order; a column that has not changed stays the same array, so that it is not drawn again.
 */
export function arrange(cards: readonly CardView[], filter: Filter, before: Columns = {}): Columns {
  const columns: Partial<Record<State, CardView[]>> = {}
  for (const view of cards) if (fits(view, filter)) (columns[view.state] ??= []).push(view)
  const arranged = Object.entries(columns).map(
    ([state, views]) => [state, views.sort(byUrgency).map(({ id }) => id)] as [State, string[]],
  )
  return Object.fromEntries(arranged.map(([state, ids]) => [state, same(before[state], ids) ? before[state] : ids]))
}

const same = (a: readonly string[] | undefined, b: readonly string[]) =>
  a?.length === b.length && a.every((id, index) => id === b[index])

/** Each officer's load as the board shows it now; the answer's own count is of the moment when it was given. */
export function loadsOf(officers: readonly Load[], cards: readonly CardView[]): Load[] {
  const counts = new Map<string, { open: number; waiting: number }>()
  for (const { card } of cards) {
    if (!card.officer || isEnded(card)) continue
    const count = counts.get(card.officer) ?? { open: 0, waiting: 0 }
    count.open++
    if (card.holder === 'officer') count.waiting++
    counts.set(card.officer, count)
  }
  return officers.map((load) => ({ ...load, ...(counts.get(load.officer) ?? { open: 0, waiting: 0 }) }))
}
