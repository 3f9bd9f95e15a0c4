import type { Introduction, Lead, Participant } from '../../api/introductions'
import type { BoardCode, Named } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { aliasOf } from '../../matches/list/names'
import { hongKongDay } from '../../kit/days/hongKong'

const day = 86_400_000

/** The office knows names; an alias stands where none was written. */
export const sideName = (side: Participant, { text }: Words) => text(side.name) || text(side.alias)
export const pairName = (card: Introduction, words: Words) =>
  `${sideName(card.seeker, words)} × ${sideName(card.counterpart, words)}`

/** Who seeks in a new match: the party, or else what its requirement is called. */
export const seekerOf = ({ seekerName, demandName, demand }: Lead, { text }: Words) =>
  text(seekerName) || text(demandName) || demand

/** What was matched; a need of which no name is written has one made of its id. */
export const matchLabel = (board: BoardCode, id: string, name: Named | undefined, { t, text }: Words) =>
  text(name) || aliasOf(board, id, t) || id

/** An officer on a narrow card: the part of the address that tells colleagues apart. */
export const shortName = (email: string) => email.split('@')[0]!

export function ageOf(since: string, { t }: Words) {
  const days = (Date.parse(hongKongDay()) - Date.parse(hongKongDay(since))) / day
  return days > 0 ? t('desk.age', { count: days }) : t('desk.new')
}

/** What the deadline says, in words; never by colour alone. */
export function dueText({ overdue, dueOn }: Introduction, { t, format }: Words) {
  if (overdue) return t('desk.overdue')
  return dueOn ? t('desk.due', { day: format.shortDay(dueOn) }) : ''
}

/** `moved` by the clock is no person's act. */
export const byName = (by: string | undefined, { t }: Words) => (!by || by === 'system' ? t('desk.bySystem') : by)
