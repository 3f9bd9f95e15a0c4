import type { Introduction } from '../api/introductions'
import type { Words } from '../i18n/i18n'
import { nextOf, standingOf } from './standing'

/** What stands, in one sentence. */
export const tellStanding = (it: Introduction, { t }: Words) =>
  t(`introductions.standing.${standingOf(it)}`, { outcome: it.outcome && t(`introductions.outcome.${it.outcome}`) })

/** Who acts next, and what is asked of the reader. */
export function tellNext(it: Introduction, { t }: Words) {
  const next = nextOf(it)
  return t(`introductions.acts.${next}`, next === 'office' ? { context: it.state } : {})
}
