import type { Criterion, Value } from '../../api/types'

/**
 * The codes that a demand asks for and these values claim: a claimed code covers the narrower ones, and is itself part
 * of what a broader one asks for.
 */
export function seeks({ criteria }: { criteria: Criterion[] }, values: Record<string, Value>): string[] {
  return criteria.flatMap(({ attribute, op, value }) => {
    const claimed = values[attribute]
    if (op !== 'covers' || typeof value !== 'string' || !Array.isArray(claimed)) return []
    return claimed.some((tag) => isWithin(value, bare(tag)) || isWithin(bare(tag), value)) ? [value] : []
  })
}

const bare = (tag: string) => tag.split('@')[0]!
const isWithin = (code: string, broader: string) => code === broader || code.startsWith(`${broader}/`)
