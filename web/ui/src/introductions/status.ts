import type { Introduction, Participant, Side } from '../api/introductions'
import type { Words } from '../i18n/i18n'

/** The side that a party reads as: a demand is told to its own side alone. Says nothing of what officers read. */
export const sideOf = (it: Introduction): Side => (it.demand === undefined ? 'counterpart' : 'seeker')
export const ownOf = (it: Introduction) => it[sideOf(it)]
export const otherOf = (it: Introduction) => it[sideOf(it) === 'seeker' ? 'counterpart' : 'seeker']

export const isEnded = ({ state }: Introduction) => state === 'concluded' || state === 'declined'

/** Whether the party that reads it is asked for an answer. */
export const asksOwn = (it: Introduction) => !isEnded(it) && it.holder === sideOf(it)

/** An answer can be given and changed until the details are exchanged. */
export const isAnswerable = ({ state }: Introduction) => state === 'offered' || state === 'agreed'

/** What stands, as a party reads it: the state, and whether its own yes is part of it. */
export function standingOf(it: Introduction) {
  if (it.state === 'offered') return ownOf(it).consent ? 'given' : 'offered'
  return it.state === 'concluded' && !it.outcome ? 'closed' : it.state
}

/** Who acts next, in the words of the party that reads it. */
export function nextOf(it: Introduction): 'you' | 'other' | 'office' | 'nobody' {
  if (isEnded(it) || it.holder === 'nobody') return 'nobody'
  if (it.holder === 'officer') return 'office'
  return asksOwn(it) ? 'you' : 'other'
}

export interface SideName {
  text: string
  /** The name is not told yet. */
  alias: boolean
}

export function sideName(side: Participant, { text }: Words): SideName {
  const name = text(side.details?.name) || text(side.name)
  return name ? { text: name, alias: false } : { text: text(side.alias), alias: true }
}
