import type { Introduction, Outcome } from '../../../api/introductions'
import { isBookable, mostStops } from '../../../introductions/times/slots'
import type { Ending } from '../ConclusionFields'
import type { Plan } from '../../../introductions/preview/LettersPreview'
import { movesOf, type State } from '../moves'

/** What is done to many cards at once; a meeting has a time and a place of its own. */
export const bulkActs = ['offer', 'restart', 'introduce', 'conclude', 'assign'] as const
export type BulkAct = (typeof bulkActs)[number]

/** What an act needs besides the cards. */
export interface BulkValues extends Ending {
  officer: string
}

export interface Choice {
  act: BulkAct
  /** The cards that accept it, by their own list of moves. */
  cards: Introduction[]
}

/** Whether the card's own list of moves allows an act; an introduction that has ended is assigned to nobody. */
export const allows = (card: Introduction, act: BulkAct) =>
  act === 'assign' ? card.holder !== 'nobody' : movesOf(card).some((move) => move.act === act)

/** The acts that at least one of the cards accepts. */
export const choicesOf = (cards: readonly Introduction[]): Choice[] =>
  bulkActs
    .map((act) => ({ act, cards: cards.filter((card) => allows(card, act)) }))
    .filter((choice) => choice.cards.length > 0)

/** The column into which an act leads a card; undefined: it stays where it is. */
export const columnAfter = (card: Introduction, act: BulkAct): State | undefined =>
  movesOf(card).find((move) => move.act === act)?.to

/** Whether the values suffice for the act. */
export const isComplete = (act: BulkAct, { outcome, officer }: BulkValues) =>
  act === 'conclude' ? outcome !== '' : act === 'assign' ? officer !== '' : true

export function planOf(act: BulkAct, { outcome, reason, officer }: BulkValues): Plan {
  if (act === 'conclude')
    return { act, conclusion: { outcome: outcome as Outcome, ...(reason.trim() && { reason: reason.trim() }) } }
  return act === 'assign' ? { act, officer } : { act }
}

/** Where a visit to the cards' counterparts is planned; undefined: they are of several clients, or cannot be booked. */
export function visitOf(cards: readonly Introduction[]) {
  const [client, ...others] = new Set(cards.map(({ seeker }) => seeker.party))
  return client && others.length === 0 && cards.length <= mostStops && cards.every(isBookable)
    ? `/visits/new?${new URLSearchParams({ client, introductions: cards.map(({ id }) => id).join() })}`
    : undefined
}
