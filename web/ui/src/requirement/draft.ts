import type { Attribute, Criterion, Op } from '../api/types'

/** What a new criterion begins with; a value that only the user can know stays open. */
export function newCriterion(attribute: Attribute): Criterion {
  const op = attribute.kind === 'number' && lowerIsBetter.has(attribute.code) ? 'atMost' : attribute.kind === 'date' ? 'atMost' : attribute.ops[0]!
  return { ...opened(attribute.code, attribute.ops.includes(op) ? op : attribute.ops[0]!), strength: 'must', weight: 5 }
}

const lowerIsBetter = new Set(['rent', 'managementFee'])

function opened(attribute: string, op: Op): Criterion {
  if (op === 'is') return { attribute, op, value: true }
  if (op === 'anyOf') return { attribute, op, values: [] }
  if (op === 'within') return { attribute, op, limit: 500 }
  return { attribute, op }
}

/** The same wish with another op: the number that was the limit becomes the nearer end of the range. */
export function withOp(criterion: Criterion, op: Op): Criterion {
  const { attribute, strength, weight, fixed } = criterion
  const kept = { ...(strength && { strength }), ...(weight && { weight }), ...(fixed && { fixed }) }
  const number = criterion.limit ?? (op === 'atMost' ? criterion.max : criterion.min)
  if (op === 'between') return { ...opened(attribute, op), ...kept, ...(number !== undefined && { min: number }) }
  return { ...opened(attribute, op), ...kept, ...(number !== undefined && (op === 'atLeast' || op === 'atMost') && { limit: number }) }
}

/** Whether it says enough to be matched; an open criterion waits without disturbing the list. */
export function isComplete(criterion: Criterion) {
  switch (criterion.op) {
    case 'atLeast':
    case 'atMost': return criterion.limit !== undefined
    case 'between': return criterion.min !== undefined && criterion.max !== undefined && criterion.min <= criterion.max
    case 'anyOf': return (criterion.values?.length ?? 0) > 0
    case 'within': return criterion.of !== undefined && criterion.limit !== undefined
    default: return criterion.value !== undefined
  }
}

/** Sets or clears one operand. */
export function withOperand<Name extends keyof Criterion>(criterion: Criterion, name: Name, value: Criterion[Name] | undefined): Criterion {
  const next = { ...criterion }
  if (value === undefined) delete next[name]
  else next[name] = value
  return next
}

export interface Example {
  key: string
  criteria: Criterion[]
}

/** Requirements to begin from, of three of the strategic industries. */
export const examples: Example[] = [
  { key: 'lifeAndHealth', criteria: [
    { attribute: 'uses', op: 'allows', value: 'production', strength: 'must', weight: 7 },
    { attribute: 'area', op: 'between', min: 300, max: 2500, strength: 'must', weight: 8 },
    { attribute: 'floorLoading', op: 'atLeast', limit: 5, ideal: 10, strength: 'must', weight: 8 },
    { attribute: 'headroom', op: 'atLeast', limit: 3.2, ideal: 4, strength: 'prefer', weight: 6 },
    { attribute: 'power', op: 'atLeast', limit: 200, ideal: 400, strength: 'prefer', weight: 6 },
    { attribute: 'rent', op: 'atMost', limit: 215.3, ideal: 129.2, strength: 'prefer', weight: 7 },
  ] },
  { key: 'robotics', criteria: [
    { attribute: 'uses', op: 'allows', value: 'researchAndDevelopment', strength: 'must', weight: 7 },
    { attribute: 'area', op: 'atLeast', limit: 200, ideal: 800, strength: 'must', weight: 6 },
    { attribute: 'headroom', op: 'atLeast', limit: 3.5, ideal: 4.5, strength: 'must', weight: 8 },
    { attribute: 'liftCapacity', op: 'atLeast', limit: 2000, ideal: 3000, strength: 'prefer', weight: 6 },
    { attribute: 'location', op: 'within', of: { lat: 22.3122, lon: 114.2265 }, limit: 2000, ideal: 500, strength: 'prefer', weight: 4 },
  ] },
  { key: 'aiAndData', criteria: [
    { attribute: 'uses', op: 'allows', value: 'dataCentre', strength: 'prefer', weight: 8 },
    { attribute: 'power', op: 'atLeast', limit: 400, ideal: 1600, strength: 'must', weight: 9 },
    { attribute: 'floorLoading', op: 'atLeast', limit: 7.5, ideal: 10, strength: 'must', weight: 8 },
    { attribute: 'backupPower', op: 'is', value: true, strength: 'prefer', weight: 6 },
    { attribute: 'airConditioning24h', op: 'is', value: true, strength: 'prefer', weight: 6 },
  ] },
]
