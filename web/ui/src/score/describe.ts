import type { Schema } from '../api/boards'
import type { Attribute, Criterion, Machine, Part, Point, Required, UseVerdict, Value } from '../api/types'
import type { Words } from '../i18n/i18n'
import { minutesOnFoot } from '../map/rings/walking'

/** Every value in the reader's words; an unknown one says so. */
export function describeValue(value: Value | null | undefined, attribute: Attribute | undefined, words: Words): string {
  const { t, text, format } = words
  if (value === null || value === undefined) return t('unknown')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number' && attribute?.code === 'stationDistance')
    return `${format.distance(value)} · ${t('nearby.minutes', { count: minutesOnFoot(value) })}`
  if (typeof value === 'number')
    return attribute?.kind === 'point' ? format.distance(value) : format.both(value, attribute?.unit)
  if (typeof value === 'string')
    return attribute?.kind === 'date' ? format.day(value) : codeLabel(value, attribute, words)
  if (Array.isArray(value)) return format.list(value.map((code) => codeLabel(code, attribute, words)))
  if ('lat' in value) return `${(value as Point).lat.toFixed(5)}, ${(value as Point).lon.toFixed(5)}`
  return format.list(
    Object.entries(value as Record<string, UseVerdict>).map(
      ([use, verdict]) =>
        `${text(attribute?.values?.find((item) => item.code === use)?.label) || use}: ${t(`use.${verdict}`)}`,
    ),
  )
}

function codeLabel(written: string, attribute: Attribute | undefined, { t, text, format }: Words) {
  if (written === 'fits' || written === 'needsPermission' || written === 'doesNotFit') return t(`use.${written}`)
  const { code, until } = readTag(written)
  const label = text(attribute?.values?.find((item) => item.code === code)?.label) || code
  return until ? t('tag.until', { label, day: format.day(until) }) : label
}

/** `iso-13485@2027-03-31`: a code that is claimed up to and including a day. */
export function readTag(tag: string): { code: string; until?: string } {
  const [, code, until] = /^(.*)@(\d{4}-\d{2}-\d{2})$/.exec(tag) ?? []
  return code && until ? { code, until } : { code: tag }
}

export const writeTag = (code: string, until: string | undefined) => (until ? `${code}@${until}` : code)

const day = 86_400_000

/** Whether a day of verification lies too far back, judged in Hong Kong. */
export function isStale(verifiedOn: string, freshDays: number, now = Date.now()) {
  return Date.parse(verifiedOn) + (freshDays + 1) * day <= now + 8 * 3_600_000
}

/** The unit in which an attribute is told; ways are told in metres, whatever heights are told in. */
export const readersUnit = (attribute: Attribute | undefined) =>
  attribute?.code === 'stationDistance' ? 'distance' : attribute?.unit

/** One value in the unit that its reader thinks in, for chips and tags. */
export function shortValue(value: Value | null, attribute: Attribute | undefined, words: Words) {
  return typeof value === 'number' && attribute?.kind !== 'point'
    ? words.format.reader(value, readersUnit(attribute), attribute?.step)
    : describeValue(value, attribute, words)
}

const signs: Partial<Record<string, string>> = { atLeast: '≥', atMost: '≤', within: '≤' }

export function describeRequired(op: string, required: Required, attribute: Attribute | undefined, words: Words) {
  if (isMachines(required)) return machineNames(required, words)
  if (typeof required === 'object' && !Array.isArray(required)) {
    const { min, max } = required
    return typeof min === 'number' && typeof max === 'number'
      ? words.format.range(min, max, readersUnit(attribute), attribute?.step)
      : `${shortValue(required.min, attribute, words)} – ${shortValue(required.max, attribute, words)}`
  }
  const sign = attribute?.kind === 'date' ? '' : signs[op]
  const value = shortValue(required, attribute, words)
  if (attribute?.kind === 'date') return words.t(`op.day.${op}`, { value })
  return sign ? `${sign} ${value}` : value
}

const isMachines = (required: Required): required is Machine[] =>
  Array.isArray(required) && typeof required[0] === 'object'

/** The machines by their names, or else by what they weigh. */
export const machineNames = (machines: Machine[], { format }: Words) =>
  format.list(
    machines.map(
      ({ name, mass, count = 1 }) => `${count > 1 ? `${count} × ` : ''}${name || format.reader(mass, 'kg')}`,
    ),
  )

/** What a match has: of machines, which have no one value, whether they get in. */
export const partValue = (part: Part, attribute: Attribute | undefined, words: Words) =>
  part.op === 'takes' ? words.t(`outcome.${part.outcome}`) : shortValue(part.actual, attribute, words)

/** What a part of a match is about: the attribute, or for a taxonomy code the code's own words. */
export const partName = (part: Part, schema: Schema, words: Words) =>
  part.op === 'covers'
    ? describeRequired(part.op, part.required, schema.byCode.get(part.attribute), words)
    : labelOf(part.attribute, schema, words)

export const criterionName = (criterion: Criterion, schema: Schema, words: Words) =>
  criterion.op === 'covers' && typeof criterion.value === 'string'
    ? describeRequired(criterion.op, criterion.value, schema.byCode.get(criterion.attribute), words)
    : labelOf(criterion.attribute, schema, words)

export const labelOf = (code: string, schema: Schema, words: Words) =>
  words.text(schema.byCode.get(code)?.label) || code

/** What a criterion is about: the attribute, or for a use or a place what it asks of it. */
export function describeCriterion(criterion: Criterion, schema: Schema, words: Words) {
  const attribute = schema.byCode.get(criterion.attribute)
  const required = requiredOf(criterion)
  if (criterion.op === 'covers' && required !== undefined)
    return describeRequired(criterion.op, required, attribute, words)
  const station = criterion.op === 'within' && stationAt(criterion.of, schema)
  if (station && required !== undefined)
    return words.t('place.within', {
      value: describeRequired(criterion.op, required, attribute, words),
      name: words.text(station.name),
    })
  return `${labelOf(criterion.attribute, schema, words)} ${required === undefined ? '' : describeRequired(criterion.op, required, attribute, words)}`
}

const near = 2e-4 // degrees: about 20 m

/** Whether two points stand for one place. */
export const isSamePlace = (a: Point, b: Point) => Math.abs(a.lat - b.lat) < near && Math.abs(a.lon - b.lon) < near

const stationAt = (of: Point | undefined, { stations }: Schema) =>
  of && stations?.find(({ position }) => isSamePlace(position, of))

/** What a criterion asks: a limit, a range, a value or codes. */
export function requiredOf(criterion: Criterion): Required | undefined {
  if (criterion.op === 'between') {
    return criterion.min === undefined || criterion.max === undefined
      ? undefined
      : { min: criterion.min, max: criterion.max }
  }
  return criterion.op === 'anyOf' ? criterion.values : (criterion.machines ?? criterion.limit ?? criterion.value)
}

/** Points that a criterion could give: its share of all weights. */
export function possiblePoints(part: Part, parts: Part[]) {
  return (100 * part.weight) / parts.reduce((sum, other) => sum + other.weight, 0)
}

/**
 * Points rounded to one decimal that still add up to the rounded score: the largest remainders are rounded up, and no
 * criterion gets more than its possible points, which are rounded alike and add up to 100.
 */
export function pointsOf(parts: Part[]): { points: number; possible: number }[] {
  const possible = roundedTenths(parts.map((part) => possiblePoints(part, parts) * 10))
  const points = roundedTenths(
    parts.map((part) => part.share * 10),
    possible,
  )
  return points.map((value, index) => ({ points: value / 10, possible: possible[index]! / 10 }))
}

function roundedTenths(tenths: number[], most?: number[]) {
  // Shares are doubles: a whole number may stand a hair below itself.
  const whole = tenths.map((value) => Math.floor(value + 1e-9))
  let missing = Math.round(tenths.reduce((sum, value) => sum + value, 0)) - whole.reduce((sum, value) => sum + value, 0)
  const byRemainder = tenths
    .map((value, index) => ({ index, rest: value - whole[index]! }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder) {
    if (missing <= 0) break
    if (most && whole[index]! >= most[index]!) continue
    whole[index]!++
    missing--
  }
  return whole
}

/** The parts that gain and lose the most points, for the sentence that sums a score up. */
export function extremes(parts: Part[]) {
  const best = parts.filter((part) => part.share > 0).sort((a, b) => b.share - a.share)[0]
  const lost = (part: Part) => possiblePoints(part, parts) - part.share
  const worst = parts.filter((part) => lost(part) > 0.05).sort((a, b) => lost(b) - lost(a))[0]
  return { best, worst }
}

/**
 * The two or three parts that tell a row apart: what fails, then what is unknown or weak, then what helps most.
 * @param first The attribute whose part stands first, because the list is sorted by it.
 */
export function reasons(parts: Part[], first?: string) {
  const urgency = (part: Part) =>
    part.outcome === 'unmet' ? 0 : part.outcome === 'unknown' ? 1 : part.utility < 0.8 ? 2 : 3
  const troubles = parts
    .filter((part) => urgency(part) < 3)
    .sort((a, b) => urgency(a) - urgency(b) || b.weight - a.weight)
  const helps = parts.filter((part) => urgency(part) === 3).sort((a, b) => b.share - a.share)
  const telling = [...helps.slice(0, Math.max(1, 3 - troubles.length)), ...troubles]
  const leading = parts.filter((part) => part.attribute === first).slice(0, 1)
  return [...leading, ...telling.filter((part) => !leading.includes(part))].slice(0, 3)
}
