import type { Introduction } from '../api/introductions'
import type { Words } from '../i18n/i18n'
import { nextOf, statusOf } from './status'

/** The status in one sentence. */
export const statusText = (introduction: Introduction, { t }: Words) =>
  t(`introductions.standing.${statusOf(introduction)}`, {
    outcome: introduction.outcome && t(`introductions.outcome.${introduction.outcome}`),
  })

/** Who acts next, and what is asked of the reader. */
export function nextStepText(introduction: Introduction, { t }: Words) {
  const next = nextOf(introduction)
  return t(`introductions.acts.${next}`, next === 'office' ? { context: introduction.state } : {})
}
