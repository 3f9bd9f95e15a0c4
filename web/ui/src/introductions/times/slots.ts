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

const isAhead = ({ to }: TimeSlot, now: number) => Date.parse(to) > now

/** The slots that are not over, to be changed. */
export const formsOf = (slots: readonly TimeSlot[] | undefined, now = Date.now()): SlotForm[] =>
  (slots ?? [])
    .filter((slot) => isAhead(slot, now))
    .map(({ from, to }) => ({ day: hongKongDay(from), from: hongKongTime(from), to: hongKongTime(to) }))

/** As the server takes them; what is not typed is left out, and the server says that it is required. */
export const readSlots = (forms: readonly SlotForm[]) =>
  forms.map(({ day, from, to }) => ({
    ...(day && from && { from: hongKongInstant(day, from) }),
    ...(day && to && { to: hongKongInstant(day, to) }),
  })) as TimeSlot[]

/** Slots in words, of one day or of all that are not over. */
export const slotTexts = (slots: readonly TimeSlot[] | undefined, format: Format, day?: string, now = Date.now()) =>
  (slots ?? [])
    .filter((slot) => (day ? hongKongDay(slot.from) === day : isAhead(slot, now)))
    .map(({ from, to }) => format.span(from, (Date.parse(to) - Date.parse(from)) / 60_000))
