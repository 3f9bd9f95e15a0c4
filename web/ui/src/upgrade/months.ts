import type { Format } from '../i18n/format'
import type { Words } from '../i18n/i18n'

const formats = new Map<string, Intl.DateTimeFormat>()

function monthFormat({ tag }: Format, hasYear = true) {
  const key = `${tag} ${hasYear}`
  if (!formats.has(key))
    formats.set(
      key,
      new Intl.DateTimeFormat(tag, { ...(hasYear && { year: 'numeric' }), month: 'short', timeZone: 'UTC' }),
    )
  return formats.get(key)!
}

const at = (day: string) => new Date(`${day}T00:00:00Z`)

/** A month and its year, such as "Jan 2027". */
export const monthText = (day: string, format: Format) => monthFormat(format).format(at(day))

/** From the month of one day to that of another; the year is said once where it is the same. */
export function monthsText(
  from: string,
  to: string,
  { language, format, t }: Pick<Words, 'language' | 'format' | 't'>,
) {
  // The ranges of Chinese locales are numbers with slashes.
  if (language === 'en') return monthFormat(format).formatRange(at(from), at(to))
  if (from.slice(0, 7) === to.slice(0, 7)) return monthText(from, format)
  const end = monthFormat(format, from.slice(0, 4) !== to.slice(0, 4)).format(at(to))
  return t('programmes.fromTo', { from: monthText(from, format), to: end })
}
