import type { Introduction, Side } from '../api/introductions'
import type { Words } from '../i18n/i18n'

/** The address that answers for a side, and whether its yes counts. */
export interface Answering {
  mailbox: string
  /** Whose word makes it count; undefined: nobody has confirmed the address yet. */
  by: string | undefined
}

/**
 * As officers read it; undefined: nobody has answered, and whether the address that is asked is confirmed is not known
 * here (it is an account's).
 */
export function answeringFor(card: Introduction, side: Side): Answering | undefined {
  const { consent, mailbox, mailboxBy, mailboxVouches = [] } = card[side]
  if (consent) return { mailbox: consent.by, by: consent.vouchedBy }
  if (!mailbox || !mailboxBy) return undefined
  const counting = mailboxVouches.find(
    (vouch) => vouch.as === 'party' || (vouch.by !== mailboxBy && vouch.by !== card.officer),
  )
  return { mailbox, by: counting?.by }
}

/** By whose word an address counts; sample accounts need nobody's. */
export const confirmedBy = (by: string, { t }: Pick<Words, 't'>) =>
  by === 'sample' ? t('people.sample') : t('people.confirmed', { by })
