import { ProblemError, type Schemas } from '../../api/client'
import type { Point, Visit } from '../../api/types'

export type VisitPlan = Schemas['VisitPlan']
export type PlannedStop = Schemas['PlannedStop']

/** A new stop, which lasts as long as most do. */
export const stopOf = (introduction: string): Schemas['VisitStop'] => ({ introduction, minutes: 45 })

/** The visit with one stop moved, in the order that the plan shows; from then on that order is kept. */
export function moved(visit: Visit, plan: VisitPlan, introduction: string, by: -1 | 1): Visit {
  const order = plan.stops.map((stop) => stop.introduction)
  const from = order.indexOf(introduction)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return visit
  order.splice(to, 0, ...order.splice(from, 1))
  const stops = order.flatMap((id) => visit.stops.find((stop) => stop.introduction === id) ?? [])
  return { ...visit, stops, keepsOrder: true }
}

/** What the plan says now, as it is booked. */
export const seenTimes = (plan: VisitPlan) =>
  plan.stops.flatMap(({ introduction, at }) => (at ? { introduction, at } : []))

/** The booked meetings that a booking cancels, since their stops have gone. */
export const dropped = (visit: Visit, plan: VisitPlan) =>
  visit.booked.filter(({ introduction }) => !plan.stops.some((stop) => stop.introduction === introduction))

/** The question for the letters of what a booking does to a stop's introduction. */
export function previewOf({ act, meeting }: Schemas['Plan']): Schemas['PlannedBody'] {
  const { id, kind, at, minutes, place, people, note, point } = meeting!
  return {
    act,
    ...(id && { meetingId: id }),
    meeting: { kind, at, minutes, place, people, ...(note && { note }), ...(point && { point }) },
  }
}

/** The places of the way that has times, from its start to its end. */
export const routeOf = (visit: Visit, plan: VisitPlan): Point[] =>
  [visit.start?.point, ...plan.stops.filter(({ at }) => at).map(({ point }) => point), visit.end?.point].filter(
    (point) => point !== undefined,
  )

/** Why a booking was refused, by stop: the messages of `stops[2]…` belong to the third stop of the visit. */
export function refusals(error: unknown, visit: Visit): { introduction: string | undefined; message: string }[] {
  if (!(error instanceof ProblemError)) return []
  return Object.entries(error.errors).flatMap(([path, messages]) => {
    const index = /^stops\[(\d+)\]/.exec(path)?.[1]
    const introduction = index === undefined ? undefined : visit.stops[Number(index)]?.introduction
    return messages.map((message) => ({ introduction, message }))
  })
}
