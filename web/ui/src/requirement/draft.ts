import type { Attribute, Criterion, Op } from '../api/types'

/** What a new criterion begins with; a value that only the user can know stays open. */
export function newCriterion(attribute: Attribute): Criterion {
  const op =
    attribute.kind === 'number' && lowerIsBetter.has(attribute.code)
      ? 'atMost'
      : attribute.kind === 'date'
        ? 'atMost'
        : attribute.ops[0]!
  return { ...opened(attribute.code, attribute.ops.includes(op) ? op : attribute.ops[0]!), strength: 'must', weight: 5 }
}

const lowerIsBetter = new Set(['rent', 'managementFee', 'tolerance', 'smallestOrder', 'leadTime', 'stationDistance'])

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
  return {
    ...opened(attribute, op),
    ...kept,
    ...(number !== undefined && (op === 'atLeast' || op === 'atMost') && { limit: number }),
  }
}

/** Whether it says enough to be matched; an open criterion waits without disturbing the list. */
export function isComplete(criterion: Criterion) {
  switch (criterion.op) {
    case 'atLeast':
    case 'atMost':
      return criterion.limit !== undefined
    case 'between':
      return criterion.min !== undefined && criterion.max !== undefined && criterion.min <= criterion.max
    case 'anyOf':
      return (criterion.values?.length ?? 0) > 0
    case 'within':
      return criterion.of !== undefined && criterion.limit !== undefined
    case 'takes':
      return (criterion.machines?.length ?? 0) > 0
    default:
      return criterion.value !== undefined
  }
}

/** Sets or clears one operand. */
export function withOperand<Name extends keyof Criterion>(
  criterion: Criterion,
  name: Name,
  value: Criterion[Name] | undefined,
): Criterion {
  const next = { ...criterion }
  if (value === undefined) delete next[name]
  else next[name] = value
  return next
}
