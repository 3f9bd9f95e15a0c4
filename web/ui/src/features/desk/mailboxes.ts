import type { Introduction } from '../../api/introductions'
import { compare } from '../../kit/order/compare'

/**
 * The addresses at which a party was asked, or from which it answered, in other introductions: the newest first.
 * @param party Such as `firms/f1`; undefined: none.
 */
export function mailboxesOf(party: string | undefined, cards: readonly Introduction[], except: string): string[] {
  if (!party) return []
  const found = cards
    .filter(({ id, seeker, counterpart }) => id !== except && [seeker.party, counterpart.party].includes(party))
    .sort((a, b) => compare(b.movedAt, a.movedAt))
    .flatMap(({ seeker, counterpart }) => [seeker, counterpart].filter((side) => side.party === party))
    .flatMap(({ consent, mailbox }) =>
      [consent?.by, mailbox].flatMap((address) => (address?.includes('@') ? [address] : [])),
    )
  return [...new Set(found)]
}
