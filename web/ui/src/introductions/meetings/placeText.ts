import { localized, type Named } from '../../api/types'

/** An address in one text for everybody: people of one meeting read different languages. */
export function placeText(address: Named | undefined) {
  const { en, zhHant, zhHans } = localized(address)
  return [...new Set([en, zhHant ?? zhHans].filter(Boolean))].join(' / ').slice(0, 500)
}
