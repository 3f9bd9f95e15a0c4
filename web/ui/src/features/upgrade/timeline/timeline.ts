import type { PathStep } from '../../../upgrade/types'

export interface Quarter {
  year: number
  quarter: number
  /** Where it begins, from 0 to 1. */
  at: number
}

export interface Axis {
  /** The first day, and the day after the last one. */
  from: string
  to: string
  quarters: Quarter[]
}

/** The days on which programmes end while a step that they pay for has not begun or is under way. */
export interface End {
  programme: string
  day: string
  at: number
}

const dayLength = 86_400_000
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength
const quarterOf = (day: string) => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year * 4 + Math.floor((month - 1) / 3)
}
const startOf = (quarter: number) => `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`

/** Whole quarters around all steps; undefined: there are none. */
export function axisOf(steps: readonly Pick<PathStep, 'start' | 'end'>[]): Axis | undefined {
  if (steps.length === 0) return undefined
  const first = Math.min(...steps.map(({ start }) => quarterOf(start)))
  const last = Math.max(...steps.map(({ end }) => quarterOf(end)))
  const axis = { from: startOf(first), to: startOf(last + 1), quarters: [] as Quarter[] }
  for (let quarter = first; quarter <= last; quarter++)
    axis.quarters.push({
      year: Math.floor(quarter / 4),
      quarter: (quarter % 4) + 1,
      at: placeOf(axis, startOf(quarter)),
    })
  return axis
}

/** Where a day begins on the axis: 0 to 1, outside of it less or more. */
export function placeOf({ from, to }: Pick<Axis, 'from' | 'to'>, day: string) {
  const start = dayNumber(from)
  return (dayNumber(day) - start) / (dayNumber(to) - start)
}

/** Where a step begins, and how much of the axis it takes; its last day counts in full. */
export function spanOf(axis: Axis, { start, end }: Pick<PathStep, 'start' | 'end'>) {
  const at = placeOf(axis, start)
  const day = 1 / (dayNumber(axis.to) - dayNumber(axis.from))
  return { at, width: placeOf(axis, end) + day - at }
}

/** The ends that fall within the axis, each programme once, the earliest first. */
export function endsOf(axis: Axis, steps: readonly Pick<PathStep, 'programmes'>[]): End[] {
  const found = new Map<string, End>()
  for (const { programme, to } of steps.flatMap(({ programmes }) => programmes)) {
    if (!to || to < axis.from || to >= axis.to) continue
    found.set(programme, { programme, day: to, at: placeOf(axis, to) })
  }
  return [...found.values()].sort((a, b) => a.at - b.at)
}
