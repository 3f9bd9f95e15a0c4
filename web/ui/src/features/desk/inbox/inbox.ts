import type { Introduction } from '../../../api/introductions'
import { isUnderWay } from '../../../introductions/status'
import { compare } from '../../../kit/order/compare'

/** How near the deadline is, in the order of the inbox. */
export const clocks = ['late', 'today', 'soon', 'later', 'none'] as const
export type Clock = (typeof clocks)[number]

const day = 86_400_000

/** `today` is the day in Hong Kong. Soon is until the day after tomorrow. */
export function clockOf({ overdue, dueOn }: Pick<Introduction, 'overdue' | 'dueOn'>, today: string): Clock {
  if (overdue || (dueOn && dueOn < today)) return 'late'
  if (!dueOn) return 'none'
  if (dueOn === today) return 'today'
  return Date.parse(dueOn) - Date.parse(today) <= 2 * day ? 'soon' : 'later'
}

/**
 * What the office has to do, what is most urgent first: by how late it is, then what waits for the office before what
 * waits for a party, then by the day, then by how long it has stood.
 */
export function inboxOf(cards: readonly Introduction[], today: string): Introduction[] {
  const urgency = (card: Introduction) => clocks.indexOf(clockOf(card, today))
  return cards
    .filter(isUnderWay)
    .sort(
      (a, b) =>
        urgency(a) - urgency(b) ||
        Number(b.holder === 'officer') - Number(a.holder === 'officer') ||
        compare(a.dueOn ?? '~', b.dueOn ?? '~') ||
        compare(a.movedAt, b.movedAt) ||
        compare(a.id, b.id),
    )
}

/** How many wait for the office, and how many of them must be done today. */
export function needsOf(cards: readonly Introduction[], today: string) {
  const waiting = cards.filter(({ holder }) => holder === 'officer')
  return {
    waiting: waiting.length,
    today: waiting.filter((card) => ['late', 'today'].includes(clockOf(card, today))).length,
  }
}
