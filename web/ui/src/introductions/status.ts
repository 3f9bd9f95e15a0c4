import type { Introduction, Participant, Side } from '../api/introductions'
import type { Words } from '../i18n/i18n'

/** The side of the party that reads the introduction: only the seeker's side reads the demand. Not for officers. */
export const sideOf = (introduction: Introduction): Side =>
  introduction.demand === undefined ? 'counterpart' : 'seeker'
export const ownOf = (introduction: Introduction) => introduction[sideOf(introduction)]
export const otherOf = (introduction: Introduction) =>
  introduction[sideOf(introduction) === 'seeker' ? 'counterpart' : 'seeker']

export const isEnded = ({ state }: Pick<Introduction, 'state'>) => state === 'concluded' || state === 'declined'

/** Whether somebody is still to act; an expired one waits for the office to conclude or restart it. */
export const isUnderWay = (introduction: Pick<Introduction, 'state'>) =>
  !isEnded(introduction) && introduction.state !== 'expired'

/** Whether the reading party has to answer. */
export const asksOwn = (introduction: Introduction) =>
  !isEnded(introduction) && introduction.holder === sideOf(introduction)

/** A party may answer, and change its answer, until the details are exchanged. */
export const isAnswerable = ({ state }: Introduction) => state === 'offered' || state === 'agreed'

/** The status that a party reads: the state, whether the party has consented, and whether that counts yet. */
export function statusOf(introduction: Introduction) {
  const { consent } = ownOf(introduction)
  if (introduction.state === 'offered') return !consent ? 'offered' : consent.vouchedBy ? 'given' : 'unconfirmed'
  return introduction.state === 'concluded' && !introduction.outcome ? 'closed' : introduction.state
}

/** Who acts next, from the reading party's point of view. */
export function nextOf(introduction: Introduction): 'you' | 'other' | 'office' | 'nobody' {
  if (isEnded(introduction) || introduction.holder === 'nobody') return 'nobody'
  if (introduction.holder === 'officer') return 'office'
  return asksOwn(introduction) ? 'you' : 'other'
}

export interface SideName {
  text: string
  /** Whether the text is an alias, because the name is not released. */
  alias: boolean
}

export function sideName(side: Participant, { text }: Words): SideName {
  const name = text(side.details?.name) || text(side.name)
  return name ? { text: name, alias: false } : { text: text(side.alias), alias: true }
}
