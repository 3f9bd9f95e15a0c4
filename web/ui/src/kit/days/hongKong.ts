const hour = 3_600_000
const day = 24 * hour

/** A moment of the clock in Hong Kong, which has no summer time. */
export const hongKongInstant = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`).toISOString()

/** The day in Hong Kong at a moment, as `2027-06-30`. */
export const hongKongDay = (at: number | string = Date.now()) => shifted(at).slice(0, 10)

/** The day in Hong Kong so many days after today's. */
export const dayAhead = (days: number, now = Date.now()) => hongKongDay(now + days * day)

export const hongKongTime = (at: string) => shifted(at).slice(11, 16)

const shifted = (at: number | string) => new Date(new Date(at).getTime() + 8 * hour).toISOString()
