import type { IntroductionState, Outcome } from '../../api/introductions'
import type { Schemas } from '../../api/client'

export type Counts = Partial<Record<IntroductionState, number>>

export type Figures = Schemas['FiguresReport']

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
export const outcomes: Outcome[] = ['landed', 'contracted', 'collaborating', 'noFit', 'notReachable', 'withdrawn']

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

const day = 86_400_000

/** The last twelve weeks, up to today in Hong Kong. */
export function lastWeeks(now = Date.now()) {
  const dayOf = (time: number) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
  return { from: dayOf(now - 83 * day), to: dayOf(now) }
}

/** `2026-11-23` as 23/11: short enough to stand under a bar. */
export const shortDay = (date: string) => date.slice(5).split('-').reverse().map(Number).join('/')
