import type { Outcome } from '../api/introductions'

/** What the office works for. */
export const goodOutcomes: Outcome[] = ['landed', 'contracted', 'collaborating']

/** How an introduction may end, the good ends first. */
export const outcomes: Outcome[] = [...goodOutcomes, 'noFit', 'notReachable', 'withdrawn']
