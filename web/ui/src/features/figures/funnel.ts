import type { IntroductionState } from '../../api/introductions'
import type { Figures } from './figures'

/** The way of an introduction that succeeds. */
export const steps = ['suggested', 'offered', 'agreed', 'introduced', 'underway', 'concluded'] as const

export interface Step {
  state: IntroductionState
  /** How many came into the state during the period. */
  count: number
  /** Of those that came into the step before, how many per cent; undefined at the first step and where none did. */
  percent: number | undefined
}

/** How far introductions came in a period, step by step. Several came in earlier, so a step may exceed 100 per cent. */
export function funnelOf(weeks: Figures['weeks']): Step[] {
  const counts = steps.map((state) => weeks.reduce((sum, { entered }) => sum + (entered[state] ?? 0), 0))
  return steps.map((state, index) => {
    const before = counts[index - 1]
    return { state, count: counts[index]!, percent: before ? Math.round((100 * counts[index]!) / before) : undefined }
  })
}

/** How many are open at the end of a period. */
export const openAtEnd = (weeks: Figures['weeks']) => {
  const standing: Partial<Record<string, number>> = weeks.at(-1)?.standing ?? {}
  return steps.slice(0, -1).reduce((sum, state) => sum + (standing[state] ?? 0), 0)
}
