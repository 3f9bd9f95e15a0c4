import type { Attribute, Criterion } from '../../../api/types'

const onLine = ({ kind, ops }: Attribute) => (kind === 'number' || kind === 'date') && ops.length > 0
const listed = ({ kind, ops }: Attribute) =>
  (kind === 'category' || kind === 'flag' || kind === 'use') && ops.length > 0

/** The most attributes that the server counts in one question. */
export const most = 12

const unique = (codes: string[]) => [...new Set(codes)]

export interface Arranged {
  order: string[]
  /** Those that the requirement names. */
  named: string[]
}

/**
 * The codes of the filters in their order: numbers and days that the requirement names, then the board's usual ones.
 * `held`: what is on the screen. It stays as it is, so that no filter moves away under a hand; one that the requirement
 * begins to name and that is not among the first `room` takes the place of the last there that it does not name.
 */
export function arranged(
  held: Arranged | undefined,
  criteria: Criterion[],
  usual: readonly string[],
  attributes: Attribute[],
  room: number,
): Arranged {
  const known = new Set(attributes.filter(onLine).map(({ code }) => code))
  const named = unique(criteria.map(({ attribute }) => attribute)).filter((code) => known.has(code))
  const order = unique([...(held?.order ?? []), ...named, ...usual]).filter((code) => known.has(code))
  for (const code of named.filter((one) => held && !held.named.includes(one))) {
    const at = order.indexOf(code)
    const free = order.findLastIndex((other, index) => index < room && !named.includes(other))
    if (at < room || free < 0) continue
    order[at] = order[free]!
    order[free] = code
  }
  return { order, named }
}

/** The codes of the lists to choose from: those that the requirement names, then the board's usual ones. */
export function listsOf(criteria: Criterion[], usual: readonly string[], attributes: Attribute[]) {
  const known = new Set(attributes.filter(listed).map(({ code }) => code))
  return unique([...criteria.map(({ attribute }) => attribute), ...usual]).filter((code) => known.has(code))
}
