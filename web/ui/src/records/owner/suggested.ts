import type { Building, Named, Space } from '../../api/types'
import { compare } from '../../kit/order/compare'
import { plain, textsOf } from '../../kit/text/plain'

/** An owner who may be the one that is looked for. */
export interface Suggested {
  /** Such as `owners/o1`. */
  owner: string
  /** How many of the building's other units are theirs. */
  units: number
  /** Whether another record of the same building names them. */
  duplicate: boolean
}

const wordsOf = (name: Named | undefined) =>
  textsOf(name)
    .map((text) => plain(text).replace(/\s+/g, ' '))
    .filter(Boolean)

/** Whether two records have a name or an address in common, in any language. */
export function isSameBuilding(building: Building, other: Building) {
  const texts = new Set([...wordsOf(building.name), ...wordsOf(building.address)])
  return building.id !== other.id && [...wordsOf(other.name), ...wordsOf(other.address)].some((text) => texts.has(text))
}

/**
 * Who may own a building without an owner: those who own its other units, most units first, then those whom another
 * record of the same building names.
 */
export function suggested(building: Building, spaces: readonly Space[], others: readonly Building[]): Suggested[] {
  const found = new Map<string, Suggested>()
  const of = (owner: string) => {
    const known = found.get(owner) ?? { owner, units: 0, duplicate: false }
    found.set(owner, known)
    return known
  }
  for (const { owner } of spaces) if (owner) of(owner).units++
  for (const other of others) if (other.owner && isSameBuilding(building, other)) of(other.owner).duplicate = true
  return [...found.values()].sort((a, b) => b.units - a.units || compare(a.owner, b.owner))
}
