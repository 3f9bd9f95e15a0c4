import type { Schemas } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import type { Format } from '../../i18n/format'
import { hongKongDay, hongKongInstant, hongKongTime } from '../../kit/days/hongKong'

export type TimeSlot = Schemas['TimeSlot']

/** A span of a day as it is typed, in Hong Kong's time; parts may be empty. */
export interface SlotForm {
  day: string
  from: string
  to: string
}

/** Whether a meeting can be booked, so that times are of use. */
export const isBookable = ({ state }: Pick<Introduction, 'state'>) => state === 'introduced' || state === 'underway'

/** As many counterparts as one visit has at most. */
export const mostStops = 8

const isAhead = ({ to }: TimeSlot, now: number) => Date.parse(to) > now

/** The slots that are not over, to be changed. */
export const formsOf = (slots: readonly TimeSlot[] | undefined, now = Date.now()): SlotForm[] =>
  (slots ?? [])
    .filter((slot) => isAhead(slot, now))
    .map(({ from, to }) => ({ day: hongKongDay(from), from: hongKongTime(from), to: hongKongTime(to) }))

/** What is changed: the slots that are not over, or where there is none one on that day. */
export function formsFrom(slots: readonly TimeSlot[] | undefined, day: string): SlotForm[] {
  const known = formsOf(slots)
  return known.length > 0 ? known : [afternoonOf(day)]
}

/** With what a new span begins. */
export const afternoonOf = (day: string): SlotForm => ({ day, from: '14:00', to: '18:00' })

/** As the server takes it; what is not typed is left out, and the server says that it is required. */
export const readSlot = ({ day, from, to }: SlotForm) =>
  ({
    ...(day && from && { from: hongKongInstant(day, from) }),
    ...(day && to && { to: hongKongInstant(day, to) }),
  }) as TimeSlot

export const readSlots = (forms: readonly SlotForm[]) => forms.map(readSlot)

/** Slots in words, of one day or of all that are not over. */
export const slotTexts = (slots: readonly TimeSlot[] | undefined, format: Format, day?: string, now = Date.now()) =>
  (slots ?? [])
    .filter((slot) => (day ? hongKongDay(slot.from) === day : isAhead(slot, now)))
    .map(({ from, to }) => format.span(from, (Date.parse(to) - Date.parse(from)) / 60_000))
