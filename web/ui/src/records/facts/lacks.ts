import type { BoardRecord } from '../../api/types'
import { claimed, covers } from '../fields/tags'

const tagsOf = (record: BoardRecord, code: string) => (record.values[code] as string[] | undefined) ?? []

export interface Lack {
  /** The firm's attribute that would have to claim it. */
  attribute: 'capabilities' | 'certifications'
  code: string
}

/** What a firm would still have to claim to answer a published need. */
export function lacksOf(firm: BoardRecord, need: BoardRecord, today: string): Lack[] {
  const missing = (attribute: Lack['attribute'], wanted: string[]) => {
    const codes = claimed(tagsOf(firm, attribute), today)
    return wanted.filter((code) => covers(codes, code) === 'no').map((code): Lack => ({ attribute, code }))
  }
  return [
    ...missing('capabilities', tagsOf(need, 'needs')),
    ...missing('certifications', tagsOf(need, 'certifications')),
  ]
}

/**
 * What stands between a firm and the needs that it could make: the certifications that such needs want and it lacks,
 * with how many needs each would open, most first.
 */
export function lackedCertifications(firm: BoardRecord, needs: BoardRecord[], today: string) {
  const counts = new Map<string, number>()
  for (const need of needs) {
    const lacks = lacksOf(firm, need, today)
    if (lacks.some(({ attribute }) => attribute === 'capabilities') || tagsOf(need, 'needs').length === 0) continue
    for (const { code } of lacks) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** A claim, and how many published needs it alone would open. */
export interface OpeningClaim extends Lack {
  count: number
}

/** Single claims that would open needs which the firm meets otherwise, most needs first. */
export function openingClaims(firm: BoardRecord, needs: BoardRecord[], today: string): OpeningClaim[] {
  const found = new Map<string, OpeningClaim>()
  for (const need of needs) {
    const [only, ...more] = lacksOf(firm, need, today)
    if (!only || more.length > 0) continue
    const key = `${only.attribute} ${only.code}`
    found.set(key, { ...only, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** The published needs for which a firm has everything that they ask, as far as claims tell. */
export const suppliable = (firm: BoardRecord, needs: BoardRecord[], today: string) =>
  needs.filter((need) => tagsOf(need, 'needs').length > 0 && lacksOf(firm, need, today).length === 0)

/** How much of a record is known: the attributes with a value, out of those asked for. */
export function completeness(record: BoardRecord, codes: string[]) {
  const known = codes.filter((code) => code in record.values).length
  return {
    known,
    all: codes.length,
    percent: codes.length ? Math.round((100 * known) / codes.length) : 100,
    missing: codes.filter((code) => !(code in record.values)),
  }
}
