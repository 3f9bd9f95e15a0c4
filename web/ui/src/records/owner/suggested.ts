import type { Building, Named, Space } from '../../api/types'

/** An owner who may be the one that is looked for. */
export interface Suggested {
  /** Such as `owners/o1`. */
  owner: string
  /** How many of the building's other units are theirs. */
  units: number
  /** Whether another record of the same building names them. */
  duplicate: boolean
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const textsOf = (name: Named | undefined) =>
  (typeof name === 'string' ? [name] : Object.values(name ?? {})).map(plain).filter(Boolean)

/** Whether two records have a name or an address in common, in any language. */
export function isSameBuilding(one: Building, other: Building) {
  const texts = new Set([...textsOf(one.name), ...textsOf(one.address)])
  return one.id !== other.id && [...textsOf(other.name), ...textsOf(other.address)].some((text) => texts.has(text))
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
  return [...found.values()].sort((a, b) => b.units - a.units || (a.owner < b.owner ? -1 : 1))
}
