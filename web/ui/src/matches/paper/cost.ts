import type { Match } from '../../api/types'
import { type Place, valueOf } from '../list/names'

/** For how many months a lease is reckoned. */
export const leaseMonths = 36

/** Rent times area, HK$ a month; undefined: one of them is not known. */
export function monthlyCost(id: string, place: Place, match: Match | undefined): number | undefined {
  const [area, rent] = ['area', 'rent'].map((code) => {
    const asked = match?.parts.find((part) => part.attribute === code)
    // Of spaces taken together the match alone knows the whole.
    const stated = asked?.actual ?? (id.includes('+') ? undefined : valueOf(place.record, place.building, code))
    return typeof stated === 'number' ? stated : undefined
  })
  return area === undefined || rent === undefined ? undefined : area * rent
}
