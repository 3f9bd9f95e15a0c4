import type { Criterion } from '../api/types'
import { isComplete } from './draft'

/** Messages of the server by the path of what they are about, such as `criteria[2].limit`. */
export type FieldErrors = Record<string, string[]>

/** The messages of one criterion by operand: `criteria[2].limit` belongs to the third one's `limit`. */
export function errorsOf(errors: FieldErrors, index: number): FieldErrors {
  const start = `criteria[${index}]`
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path === start || path.startsWith(`${start}.`))
      .map(([path, messages]) => [path.slice(start.length + 1), messages]),
  )
}

/** Only complete criteria were sent; a message belongs to the place that its criterion has on screen. */
export function errorsOnScreen(errors: FieldErrors, criteria: readonly Criterion[]): FieldErrors {
  const positions = criteria.flatMap((criterion, index) => (isComplete(criterion) ? [index] : []))
  return Object.fromEntries(
    Object.entries(errors).map(([path, messages]) => [
      path.replace(/^criteria\[(\d+)\]/, (_, index: string) => `criteria[${positions[Number(index)]}]`),
      messages,
    ]),
  )
}
