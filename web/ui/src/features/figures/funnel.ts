import type { Period } from './figures'

/** The way of an introduction that succeeds; each is counted by a figure. */
export const steps = [
  'reached:suggested',
  'reached:offered',
  'reached:agreed',
  'reached:introduced',
  'reached:underway',
  'succeeded',
] as const

export interface Step {
  /** The figure that counts those that came so far during the period. */
  figure: (typeof steps)[number]
  count: number
  before: number
  /** Of these, how many per cent went further by the end; undefined at the last step and where none came. */
  onward: number | undefined
}

/** How far introductions came in a period, step by step, beside the period before. */
export const funnelOf = (now: Period, before: Period): Step[] =>
  steps.map((figure) => {
    const count = now.counts[figure] ?? 0
    const further = now.counts[figure.replace('reached', 'onward')] ?? 0
    return {
      figure,
      count,
      before: before.counts[figure] ?? 0,
      onward: figure !== 'succeeded' && count > 0 ? Math.round((100 * further) / count) : undefined,
    }
  })
