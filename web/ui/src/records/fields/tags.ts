import { readTag } from '../../score/describe'

/** Adds a code; one that is there already, dated or not, stays as it is. */
export const withTag = (tags: string[], code: string) =>
  tags.some((tag) => readTag(tag).code === code) ? tags : [...tags, code]

/** The codes claimed on a day: a certification counts up to and including its last one. */
export const claimed = (tags: string[], today: string) =>
  tags
    .map(readTag)
    .filter(({ until }) => !isOver(until, today))
    .map(({ code }) => code)

/** Whether a code or a narrower one is claimed; a broader claim alone leaves it open. */
export function covers(codes: string[], wanted: string): 'yes' | 'open' | 'no' {
  if (codes.some((code) => code === wanted || code.startsWith(`${wanted}/`))) return 'yes'
  return codes.some((code) => wanted.startsWith(`${code}/`)) ? 'open' : 'no'
}

/** A claim holds up to and including its day. */
export const isOver = (until: string | undefined, today: string) => until !== undefined && until < today

const day = 86_400_000

/** Certifications that end within so many days, or have ended. */
export function endingSoon(tags: string[], today: string, days = 60) {
  const last = new Date(Date.parse(today) + days * day).toISOString().slice(0, 10)
  return tags.map(readTag).filter(({ until }) => until !== undefined && until <= last) as {
    code: string
    until: string
  }[]
}
