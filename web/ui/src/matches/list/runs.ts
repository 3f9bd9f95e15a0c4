import type { Profiled } from '../../api/records'
import type { Value } from '../../api/types'

/**
 * Several adjacent spaces as one record: the area together, the rent as a mean by area, and what all have in common.
 * undefined: not all of them are read.
 */
export function together(members: readonly (Profiled | undefined)[]): Profiled | undefined {
  const [first, ...others] = members
  if (!first || others.some((member) => !member)) return undefined
  const read = [first, ...(others as Profiled[])]
  const areas = numbersOf(read, 'area')
  const rents = numbersOf(read, 'rent')
  const area = areas?.reduce((sum, one) => sum + one, 0)
  const rent = area && rents && rents.reduce((sum, one, at) => sum + one * areas![at]!, 0) / area
  const status = read.find((member) => member.status !== 'vacant')?.status ?? first.status
  return {
    ...without(first, ['unit', 'position', 'name']),
    ...(status && { status }),
    values: {
      ...without(common(read.map(({ values }) => values)), ['area', 'rent']),
      ...(area !== undefined && { area }),
      ...(rent !== undefined && { rent: Math.floor(rent * 10 + 0.5) / 10 }),
    },
    inherited: common(read.map(({ inherited }) => inherited ?? {})),
    public: read.every((member) => member.public),
  }
}

function without<T extends object, K extends string>(record: T, keys: readonly K[]) {
  const kept = Object.entries(record).filter(([key]) => !(keys as readonly string[]).includes(key))
  return Object.fromEntries(kept) as Omit<T, K>
}

const valueOf = (record: Profiled, code: string) => record.values[code] ?? record.inherited?.[code]

/** undefined: one of them is unknown. */
function numbersOf(records: readonly Profiled[], code: string) {
  const numbers = records.map((record) => valueOf(record, code))
  return numbers.every((value) => typeof value === 'number') ? numbers : undefined
}

function common(all: readonly Record<string, Value>[]): Record<string, Value> {
  const [first = {}, ...others] = all
  return Object.fromEntries(
    Object.entries(first).filter(([code, value]) =>
      others.every((other) => JSON.stringify(other[code]) === JSON.stringify(value)),
    ),
  )
}
