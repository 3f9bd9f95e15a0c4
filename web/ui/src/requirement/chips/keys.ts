import type { Attribute, Criterion } from '../../api/types'

/** One key a criterion: its attribute, and which of those on that attribute it is. Editing changes no key. */
export function keysOf(criteria: Criterion[]): string[] {
  const seen = new Map<string, number>()
  return criteria.map(({ attribute }) => {
    const count = seen.get(attribute) ?? 0
    seen.set(attribute, count + 1)
    return `${attribute}#${count}`
  })
}

export const isMust = ({ strength }: Criterion) => (strength ?? 'must') === 'must'

/** Whether several criteria may be on the attribute: for uses and codes each asks for one more. */
export const isRepeatable = ({ kind }: Attribute) => kind === 'use' || kind === 'tags'

/**
 * The key of the criterion that stands for a wish on the attribute already; undefined: a new one is to be added.
 */
export const keyHeld = (attribute: Attribute, criteria: Criterion[]) =>
  isRepeatable(attribute) || !criteria.some((one) => one.attribute === attribute.code)
    ? undefined
    : `${attribute.code}#0`
