import type { Attribute, Criterion } from '../../../api/types'
import { isMust } from '../../chips/keys'
import { isComplete, newCriterion } from '../../draft'
import type { Range } from './bins'
import { type Plain, type Scale, snapped } from './scale'

/** Which ends of its line a filter moves. */
export type Knobs = 'low' | 'high' | 'both'

/** Sizes are wanted neither too small nor too large; of anything else one end matters. */
const twoSided = new Set(['area', 'workshopArea'])

/** A range has two knobs, a limit the one that it is; without a criterion, the one that a new one would have. */
export function knobsOf(attribute: Attribute, criterion: Criterion | undefined): Knobs {
  if (criterion?.op === 'between' || (twoSided.has(attribute.code) && attribute.ops.includes('between'))) return 'both'
  return (criterion ?? newCriterion(attribute)).op === 'atMost' ? 'high' : 'low'
}

/** What a criterion lets in, where its limits stand exactly; empty: everything. */
export function rangeOf(criterion: Criterion | undefined, scale: Scale): Range {
  if (!criterion || !isComplete(criterion)) return {}
  const { op, limit, min, max } = criterion
  if (op === 'between') return { low: scale.at(min!), high: scale.at(max!) }
  return op === 'atMost' ? { high: scale.at(limit!) } : { low: scale.at(limit!) }
}

/** What it keeps out of the list: a wish keeps out nothing. */
export const mustRange = (criterion: Criterion | undefined, scale: Scale) =>
  criterion && isMust(criterion) ? rangeOf(criterion, scale) : undefined

/** Where the knobs stand for a range; an end that is open stands at the end of the line. */
export function placesOf(knobs: Knobs, { low, high }: Range, scale: Scale): number[] {
  const [start, end] = [snapped(scale, low ?? scale.from), snapped(scale, high ?? scale.to)]
  return knobs === 'both' ? [Math.min(start, end), end] : [knobs === 'low' ? start : end]
}

/**
 * The criterion that the knobs mean after a move; undefined: the whole line, which asks for nothing. What the criterion
 * says besides its limits stays. A knob that was not moved keeps its exact limit, which may lie beyond the line, and
 * a range that somebody asked for stays one until it is the whole line.
 */
export function criterionAt(
  knobs: Knobs,
  places: number[],
  attribute: Attribute,
  criterion: Criterion | undefined,
  scale: Scale,
): Criterion | undefined {
  const before = rangeOf(criterion, scale)
  const [first, last] = [places[0]!, places.at(-1)!]
  const low = knobs === 'high' ? undefined : limitAt(first, before.low, scale.from, scale)
  const high = knobs === 'low' ? undefined : limitAt(last, before.high, scale.to, scale)
  if (low === undefined && high === undefined) return undefined
  const rest = restOf(criterion) ?? restOf(newCriterion(attribute))!
  const isRange =
    (low !== undefined && high !== undefined) || (criterion?.op === 'between' && !twoSided.has(attribute.code))
  if (isRange)
    return { ...rest, op: 'between', min: low ?? scale.value(scale.from), max: high ?? scale.value(scale.to) }
  return low !== undefined ? { ...rest, op: 'atLeast', limit: low } : { ...rest, op: 'atMost', limit: high! }
}

function limitAt(place: number, exact: number | undefined, end: number, scale: Scale): Plain | undefined {
  if (exact !== undefined && snapped(scale, exact) === place) return scale.value(exact)
  return place === end ? undefined : scale.value(place)
}

function restOf(criterion: Criterion | undefined) {
  if (!criterion) return undefined
  const { attribute, strength, weight, fixed, ideal } = criterion
  return {
    attribute,
    ...(strength && { strength }),
    ...(weight !== undefined && { weight }),
    ...(fixed && { fixed }),
    ...(ideal !== undefined && { ideal }),
  }
}

/** The requirement with the one criterion on an attribute put in, exchanged or taken away. */
export function withCriterion(criteria: Criterion[], attribute: string, next: Criterion | undefined): Criterion[] {
  const index = criteria.findIndex((one) => one.attribute === attribute)
  if (index < 0) return next ? [...criteria, next] : criteria
  return next ? criteria.with(index, next) : criteria.toSpliced(index, 1)
}

/** The first criterion on an attribute. */
export const criterionOn = (criteria: Criterion[], { code }: Attribute) =>
  criteria.find(({ attribute }) => attribute === code)
