import type { Criterion } from '../../api/types'

/** What was lifted from a criterion because it contradicted a later change, so that it can come back. */
export interface Lifted {
  attribute: string
  ideal?: Criterion['ideal']
  preferred?: string[]
}

export interface Settled {
  criteria: Criterion[]
  lifted: Lifted[]
}

const above = (a: unknown, b: unknown) => a !== undefined && b !== undefined && (a as number) > (b as number)

/** Whether the ideal lies outside what the criterion accepts, by the server's own rule. */
function idealContradicts({ op, limit, ideal, min, max }: Criterion) {
  if (ideal === undefined) return false
  if (op === 'atLeast') return above(limit, ideal)
  if (op === 'atMost' || op === 'within') return above(ideal, limit)
  return op === 'between' && !above(min, max) && (above(min, ideal) || above(ideal, max))
}

const strayOf = ({ preferred = [], values = [] }: Criterion) => preferred.filter((code) => !values.includes(code))

/**
 * The requirement after a change: an ideal, or preferred codes, that the change contradicts are lifted, since the
 * server would refuse the whole requirement. What was lifted comes back once it fits again, so that nothing is lost
 * while a number is typed. A contradiction that somebody types as an ideal stays, with the server's reason beside it.
 */
export function settle(held: Lifted[], before: Criterion[], after: Criterion[]): Settled {
  const lifted: Lifted[] = []
  const criteria = after.map((criterion) => {
    const { attribute } = criterion
    const earlier = before.find((other) => other.attribute === attribute)
    const memory = held.find((other) => other.attribute === attribute)
    const back = restored(criterion, memory)
    const isTyped = earlier !== undefined && earlier.ideal !== criterion.ideal
    const { settled, taken } = withoutContradiction(back, isTyped)
    if (taken) lifted.push({ attribute, ...taken })
    return settled
  })
  return { criteria, lifted }
}

function restored(criterion: Criterion, memory: Lifted | undefined): Criterion {
  if (!memory) return criterion
  const { ideal, preferred } = memory
  return {
    ...criterion,
    ...(criterion.ideal === undefined && ideal !== undefined && { ideal }),
    ...(preferred && { preferred: [...new Set([...(criterion.preferred ?? []), ...preferred])] }),
  }
}

function withoutContradiction(criterion: Criterion, isTyped: boolean) {
  const stray = strayOf(criterion)
  const liftsIdeal = !isTyped && idealContradicts(criterion)
  if (!liftsIdeal && stray.length === 0) return { settled: criterion }
  const settled = { ...criterion }
  if (liftsIdeal) delete settled.ideal
  if (stray.length > 0) {
    const kept = (criterion.preferred ?? []).filter((code) => !stray.includes(code))
    if (kept.length > 0) settled.preferred = kept
    else delete settled.preferred
  }
  const taken = {
    ...(liftsIdeal && { ideal: criterion.ideal }),
    ...(stray.length > 0 && { preferred: stray }),
  }
  return { settled, taken }
}
