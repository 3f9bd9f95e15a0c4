/** The default and the greatest number of days that a hold lasts. */
export const usual = 14
export const longest = 30

const hongKong = 8 * 3600_000
const day = 24 * 3600_000

/** The day in Hong Kong so many days after today's, as `2027-06-30`. */
export const dayAhead = (days: number, now = Date.now()) =>
  new Date(now + hongKong + days * day).toISOString().slice(0, 10)
