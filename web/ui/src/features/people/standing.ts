import type { PartyAccount } from '../../api/types'

/** Where an account stands: nobody's word counts for it yet, somebody's does, or one of its party does not know it. */
export const standingOf = ({ vouchedBy, objection }: PartyAccount) =>
  vouchedBy ? 'confirmed' : objection ? 'objected' : 'open'

/** What a reader may say of an account; the server decides whether the word counts. */
export function wordsOn(account: PartyAccount, reader: { email: string; office: boolean }) {
  const isOwn = account.email === reader.email
  const standing = standingOf(account)
  return {
    // After an objection the word of the party no longer counts.
    confirm: !isOwn && (standing === 'open' || (standing === 'objected' && reader.office)),
    object: !isOwn && !reader.office && !account.objection,
  }
}
