import type { Profiled } from '../../api/records'
import type { Value } from '../../api/types'

/**
 * Several adjacent spaces as one record: the area together, the rent as a mean by area, and what all have in common.
 * undefined: not all of them are read.
 */
export function together(members: readonly (Profiled | undefined)[]): Profiled | undefined {
  if (!members.every((member) => member !== undefined)) return undefined
  const run: Profiled = { ...members[0]! }
  delete run.unit
  const taken = members.find(({ status }) => status !== 'vacant')?.status
  if (taken) run.status = taken
  const areas = members.map((member) => Number(valueOf(member, 'area')))
  const area = areas.reduce((sum, one) => sum + one)
  const rent = areas.reduce((sum, one, at) => sum + one * Number(valueOf(members[at]!, 'rent')), 0) / area
  const values = common(members.map((member) => member.values))
  delete values.rent
  delete values.area
  if (area) values.area = area
  if (rent) values.rent = Math.floor(rent * 10 + 0.5) / 10
  return {
    ...run,
    values,
    inherited: common(members.map(({ inherited }) => inherited ?? {})),
  }
}

const valueOf = (record: Profiled, code: string) => record.values[code] ?? record.inherited?.[code]

const common = ([first = {}, ...others]: readonly Record<string, Value>[]) =>
  Object.fromEntries(
    Object.entries(first).filter(([code, value]) =>
      others.every((other) => JSON.stringify(other[code]) === JSON.stringify(value)),
    ),
  )
