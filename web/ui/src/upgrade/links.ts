import type { Attribute, Criterion } from '../api/types'
import type { PathStep, UpgradeStepInfo } from './types'
import { requirementPath } from '../brief/address'

const weight = 5

/** Wants one of the codes, or, where there are several, counts each that is there. */
const covering = (attribute: string, codes: readonly string[]): Criterion[] =>
  codes.map((value) => ({ attribute, op: 'covers', value, strength: codes.length > 1 ? 'prefer' : 'must', weight }))

/** What finds who builds a step. */
export const buildersCriteria = (step: UpgradeStepInfo | undefined) => covering('capabilities', step?.builders ?? [])

/** What finds the centres of a step's fields. */
export const centresCriteria = (step: UpgradeStepInfo | undefined) => covering('fields', step?.fields ?? [])

/** The requirement that finds who builds a step, with one of them open if it is named. */
export const buildersPath = (step: UpgradeStepInfo | undefined, match?: string) =>
  requirementPath('partners', buildersCriteria(step), match)

/** The requirement that finds the centres of a step's fields. */
export const centresPath = (step: UpgradeStepInfo | undefined, match?: string) =>
  requirementPath('research', centresCriteria(step), match)

/**
 * The requirement that finds spaces with what a step needs and the firm's building is not known to have. Only what is
 * there or not can be asked for: how much load or power the step needs depends on the machines. undefined: nothing.
 */
export function spacesPath(needs: PathStep['building'], attributes: ReadonlyMap<string, Attribute>) {
  const asked = needs.filter(({ attribute, value }) => value !== true && attributes.get(attribute)?.kind === 'flag')
  if (asked.length === 0) return undefined
  return requirementPath(
    'sites',
    asked.map(({ attribute }) => ({ attribute, op: 'is', value: true, strength: 'must', weight })),
  )
}
