import type { Introduction } from '../../../api/introductions'
import type { Demand } from '../../../api/types'

export type TimelineKind = 'needed' | 'due' | 'meeting' | 'asked' | 'offered' | 'released' | 'moved'

/** Something of a Brief that stands on a day in Hong Kong. */
export interface TimelineEntry {
  key: string
  /** Such as 2027-03-31. */
  day: string
  /** The minute, where one is known: an instant; else null. */
  at: string | null
  kind: TimelineKind
  demand: Demand
  /** Left out: it is of the demand itself. */
  introduction?: Introduction
}

/** What comes from today on, the nearest first, and what was, the latest first. */
export interface Timeline {
  coming: TimelineEntry[]
  past: TimelineEntry[]
}

/** `dayOf` gives the day in Hong Kong of an instant. */
export function timelineOf(
  demands: readonly Demand[],
  introductions: readonly Introduction[],
  today: string,
  dayOf: (instant: string) => string,
): Timeline {
  const entries = demands.flatMap((demand) => [
    ...neededOf(demand),
    ...introductions
      .filter((introduction) => introduction.demand === demand.id)
      .flatMap((introduction) => stepsOf(demand, introduction, dayOf)),
  ])
  const when = ({ day, at }: TimelineEntry) => at ?? `${day}T00:00:00Z`
  const sorted = entries.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.key < b.key ? -1 : 1))
  return {
    coming: sorted.filter(({ day, kind }) => isPlanned(kind) && day >= today),
    past: sorted.filter(({ day, kind }) => !isPlanned(kind) || day < today).reverse(),
  }
}

const isPlanned = (kind: TimelineKind) => kind === 'needed' || kind === 'due' || kind === 'meeting'

/** The last day on which something that is asked for has to be there. */
function neededOf(demand: Demand): TimelineEntry[] {
  return demand.criteria.flatMap(({ attribute, op, limit, max }) => {
    const day = op === 'atMost' ? limit : op === 'between' ? max : undefined
    return typeof day === 'string'
      ? [{ key: `${demand.id} ${attribute}`, day, at: null, kind: 'needed' as const, demand }]
      : []
  })
}

function stepsOf(demand: Demand, introduction: Introduction, dayOf: (instant: string) => string): TimelineEntry[] {
  const { id, createdAt, offeredAt, releasedAt, movedAt, dueOn, meetings } = introduction
  const at = (kind: TimelineKind, instant: string | undefined, name: string = kind): TimelineEntry[] =>
    instant ? [{ key: `${id} ${name}`, day: dayOf(instant), at: instant, kind, demand, introduction }] : []
  const told = [createdAt, offeredAt, releasedAt]
  return [
    ...at('asked', createdAt),
    ...at('offered', offeredAt),
    ...at('released', releasedAt),
    // The last step, where it is none of those.
    ...(told.includes(movedAt) ? [] : at('moved', movedAt)),
    ...meetings
      .filter(({ cancelled }) => !cancelled)
      .flatMap((meeting) => at('meeting', meeting.at, `meeting ${meeting.id}`)),
    ...(dueOn ? [{ key: `${id} due`, day: dueOn, at: null, kind: 'due' as const, demand, introduction }] : []),
  ]
}
