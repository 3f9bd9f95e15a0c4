import type { IntroductionState, Outcome } from '../../api/introductions'
import type { Schemas } from '../../api/client'

const day = 86_400_000

export type Counts = Partial<Record<IntroductionState, number>>

export type Figures = Schemas['FiguresReport']

/** What is compared with the period before. */
export type Period = Pick<Schemas['PeriodFigures'], 'from' | 'to' | 'landed'> & {
  counts: Partial<Record<string, number>>
  medianDays: Partial<Record<string, number>>
}

/** A period with these counts alone. */
export const periodOf = (counts: Period['counts'], medianDays: Period['medianDays'] = {}): Period => ({
  from: '2026-09-01',
  to: '2026-11-30',
  counts,
  medianDays,
  landed: { jobs: 0, floorArea: 0, investment: 0 },
})

/** What the figures are about, as the page's address and the server's query have it. */
export interface Asked {
  from: string
  to: string
  board?: string
  officer?: string
}

/** What an address asks about; the last twelve weeks where it names no days. */
export function askedBy(search: URLSearchParams): Asked {
  const usual = lastWeeks()
  const [board, officer] = [search.get('board'), search.get('officer')]
  return {
    from: search.get('from') ?? usual.from,
    to: search.get('to') ?? usual.to,
    ...(board && { board }),
    ...(officer && { officer }),
  }
}

/** The page with the introductions that a figure counts. */
export const listOf = (figure: string, asked: Asked) =>
  `/figures/list?${new URLSearchParams({ figure, ...asked }).toString()}`

/** The values of one kind by which outcomes are divided, the most first; the outcomes of each. */
export function dividedBy(by: string, { counts }: Period) {
  const rows = new Map<string, Partial<Record<Outcome, number>>>()
  for (const [figure, count] of Object.entries(counts)) {
    const [kind, dimension, ...rest] = figure.split(':')
    if (kind !== 'outcome' || dimension !== by) continue
    const [of, outcome] = [rest.slice(0, -1).join(':'), rest.at(-1) as Outcome]
    rows.set(of, { ...rows.get(of), [outcome]: count })
  }
  return [...rows]
    .map(([of, outcomes]) => ({ of, outcomes, total: sum(Object.values(outcomes)) }))
    .sort((a, b) => b.total - a.total || (a.of < b.of ? -1 : 1))
}

const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)

/** Counts by seven days from the first day on, the last ones cut. */
export const weeksOf = ({ from, to, counts }: Period) =>
  Array.from({ length: Math.floor((Date.parse(to) - Date.parse(from)) / day / 7) + 1 }, (_, week) => ({
    from: new Date(Date.parse(from) + week * 7 * day).toISOString().slice(0, 10),
    count: counts[`new:${week}`] ?? 0,
  }))

export const states: IntroductionState[] = [
  'suggested',
  'offered',
  'agreed',
  'introduced',
  'underway',
  'concluded',
  'declined',
  'expired',
]

export interface Series {
  state: IntroductionState
  counts: number[]
}

/** One row a state, as far as anything happened in it, and the highest of all counts: rows are drawn to one scale. */
export function seriesOf(weeks: Counts[]) {
  const series = states
    .map((state): Series => ({ state, counts: weeks.map((week) => week[state] ?? 0) }))
    .filter(({ counts }) => counts.some((count) => count > 0))
  return { series, most: Math.max(0, ...series.flatMap(({ counts }) => counts)) }
}

/** The last twelve weeks, up to today in Hong Kong. */
export function lastWeeks(now = Date.now()) {
  const dayOf = (time: number) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
  return { from: dayOf(now - 83 * day), to: dayOf(now) }
}

/** `2026-11-23` as 23/11: short enough to stand under a bar. */
export const shortDay = (date: string) => date.slice(5).split('-').reverse().map(Number).join('/')
