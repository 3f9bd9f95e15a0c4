import type { Space, UseVerdict } from '../api/types'
import { classOf } from '../score/scoreClass'

/** What the units of a plan are told apart by. */
export const colorings = ['match', 'vacancy', 'leaseEnd', 'law'] as const
export type Coloring = (typeof colorings)[number]

/** How a unit is drawn; each differs from the others by its pattern, border or mark, not by colour alone. */
export interface Look {
  /** Named in the legend too. */
  look: string
  /** Stands in the unit where there is room for it. */
  mark?: string
}

export const marks: Record<UseVerdict | 'unknown', string> = {
  fits: '✓',
  needsPermission: '!',
  doesNotFit: '✕',
  unknown: '?',
}

/** Every look of a way of colouring, in the order of its legend. */
export const looks: Record<Coloring, readonly string[]> = {
  match: ['vacant', 'held', 'let'],
  vacancy: ['vacant', 'held', 'let'],
  leaseEnd: ['now', 'soon', 'later', 'unstated'],
  law: ['fits', 'needsPermission', 'doesNotFit', 'unknown'],
}

/** When a unit comes free: now, within a year, later, or on no day that anybody stated. */
export function freeing(space: Space, today: string): 'now' | 'soon' | 'later' | 'unstated' {
  const from = space.values.availableFrom
  if (typeof from === 'string' && from > today) return from <= yearAfter(today) ? 'soon' : 'later'
  return space.status === 'let' ? 'unstated' : 'now'
}

const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

export function lookOf(
  coloring: Coloring,
  space: Space,
  { score, verdict, today }: { score: number | undefined; verdict: UseVerdict | undefined; today: string },
): Look {
  if (coloring === 'match' && score !== undefined)
    return { look: `score-${classOf(score)}`, mark: String(Math.round(score)) }
  if (coloring === 'law') return { look: `use-${verdict ?? 'unknown'}`, mark: marks[verdict ?? 'unknown'] }
  if (coloring === 'leaseEnd') return { look: `free-${freeing(space, today)}` }
  return { look: space.status }
}
