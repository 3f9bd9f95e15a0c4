import type { Criterion } from '../../../api/types'

/** The smallest set of firms that together cover a bill; proven, where `optimal` says so. */
export interface Consortium {
  firms: string[]
  /** `criterion` counts from 0; `by` is a firm's id. */
  lines: { criterion: number; by: string }[]
  /** The criteria that nobody covers. */
  uncovered: number[]
  optimal: boolean
  /** Where a proof ran out of time: no set is smaller than this. */
  bound?: number
}

/** The lines of a bill: the places of a requirement's `covers` musts. */
export const billOf = (criteria: Criterion[]) =>
  criteria.flatMap(({ op, strength }, index) => (op === 'covers' && strength !== 'prefer' ? [index] : []))

/** Who makes a line; nobody where the answer says so, whatever else it holds. */
export const coverOf = ({ lines, uncovered }: Consortium, criterion: number) =>
  uncovered.includes(criterion) ? [] : lines.filter((line) => line.criterion === criterion).map(({ by }) => by)
