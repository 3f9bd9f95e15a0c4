import { ProblemError, type Schemas } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import type { Point, Visit } from '../../api/types'
import { placeText } from '../../introductions/meetings/placeText'

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

const isBooked = ({ at, minutes, place, booked }: PlannedStop) =>
  booked !== undefined && booked.at === at && booked.minutes === minutes && booked.place === placeText(place)

/** The stops of which a booking sends letters: those without a meeting, or with another one than the plan has. */
export const unbooked = (plan: VisitPlan) => plan.stops.filter((stop) => !isBooked(stop))

/** The booked meetings that a booking cancels, since their stops have gone. */
export const dropped = (visit: Visit, plan: VisitPlan) =>
  visit.booked.filter(({ introduction }) => !plan.stops.some((stop) => stop.introduction === introduction))

/** What a booking does to a stop's introduction. */
export function bookingOf(stop: PlannedStop, introduction: Introduction | undefined): Schemas['PlannedBody'] {
  const { at, minutes, place, point, booked, kind } = stop
  return {
    act: introduction?.state === 'underway' || booked ? 'rebook' : 'meet',
    ...(booked && { meetingId: booked.id }),
    meeting: {
      kind: booked?.kind ?? kind,
      at: at!,
      minutes,
      place: placeText(place),
      ...(booked && { people: booked.people, note: booked.note }),
      ...(point && { point }),
    },
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
