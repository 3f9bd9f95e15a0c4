import type { Attribute, Criterion } from '../../../api/types'
import { newCriterion } from '../../draft'
import { withCriterion } from './knobs'

/** Codes that a requirement asks for on an attribute; of a flag `yes` or `no`. */
export function chosenOf(criteria: Criterion[], { code, kind }: Attribute): string[] {
  const own = criteria.filter((one) => one.attribute === code)
  if (kind === 'category') return own.flatMap(({ values }) => values ?? [])
  return own.flatMap(({ value }) =>
    value === undefined ? [] : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value,
  )
}

/**
 * The requirement with a code asked for, or no longer. Of a category any of the codes will do; of a flag one is asked
 * for at a time; each use is a criterion of its own. The last code to go takes its criterion along.
 */
export function withChoice(criteria: Criterion[], attribute: Attribute, code: string, isOn: boolean): Criterion[] {
  const own = criteria.find((one) => one.attribute === attribute.code)
  if (attribute.kind === 'category') {
    const values = isOn ? [...(own?.values ?? []), code] : (own?.values ?? []).filter((other) => other !== code)
    const next = values.length > 0 ? { ...(own ?? newCriterion(attribute)), values } : undefined
    return withCriterion(criteria, attribute.code, next)
  }
  if (attribute.kind === 'flag') {
    const next = isOn ? { ...(own ?? newCriterion(attribute)), value: code === 'yes' } : undefined
    return withCriterion(criteria, attribute.code, next)
  }
  const others = criteria.filter((one) => one.attribute !== attribute.code || one.value !== code)
  return isOn ? [...others, { ...newCriterion(attribute), value: code }] : others
}
