import type { Profiled } from '../api/records'
import type { UseVerdict } from '../api/types'

/** Districts that are campuses, where an operator decides who comes in. */
export const campuses = ['sciencePark', 'cyberport', 'hetao']

/** As stated; where nobody states it, everybody outside the campuses. */
export function admits(industry: string, values: Profiled['values']): UseVerdict | undefined {
  const { admission, district } = values
  if (typeof admission === 'object' && !Array.isArray(admission))
    return (admission as Record<string, UseVerdict>)[industry]
  return typeof district === 'string' && !campuses.includes(district) ? 'fits' : undefined
}

/** The worst of several, as of spaces that are taken together; unknown is worse than what is to be assessed. */
export function worst(verdicts: readonly (UseVerdict | undefined)[]): UseVerdict | undefined {
  if (verdicts.includes('doesNotFit')) return 'doesNotFit'
  if (verdicts.length === 0 || verdicts.includes(undefined)) return undefined
  return verdicts.includes('needsPermission') ? 'needsPermission' : 'fits'
}
