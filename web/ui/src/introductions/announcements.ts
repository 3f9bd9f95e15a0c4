import type { Introduction } from '../api/introductions'
import type { Words } from '../i18n/i18n'
import { nextOf, ownOf, statusOf } from './status'

/** The status in one sentence. */
export function statusText(introduction: Introduction, { t }: Words) {
  const { consent } = ownOf(introduction)
  return t(`introductions.standing.${statusOf(introduction)}`, {
    outcome: introduction.outcome && t(`introductions.outcome.${introduction.outcome}`),
    ...(consent && { context: consent.through }),
  })
}

/** Who acts next, and what is asked of the reader. */
export function nextStepText(introduction: Introduction, { t }: Words) {
  if (statusOf(introduction) === 'unconfirmed') return t('introductions.acts.unconfirmed')
  const next = nextOf(introduction)
  return t(`introductions.acts.${next}`, next === 'office' ? { context: introduction.state } : {})
}
