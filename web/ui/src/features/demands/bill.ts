import type { Consortium, Criterion } from '../../api/types'

/** The lines of a bill: the places of a requirement's `covers` musts. */
export const billOf = (criteria: Criterion[]) => criteria.flatMap(({ op, strength }, index) => (op === 'covers' && strength !== 'prefer' ? [index] : []))

/** Who makes a line; nobody where the answer says so, whatever else it holds. */
export const coverOf = ({ lines, uncovered }: Consortium, criterion: number) =>
  uncovered.includes(criterion) ? [] : lines.filter((line) => line.criterion === criterion).map(({ by }) => by)
