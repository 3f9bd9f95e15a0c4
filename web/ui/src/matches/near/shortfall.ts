import type { Schema } from '../../api/boards'
import type { Attribute, Part, Value } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { describeRequired, labelOf, partName, partValue, readersUnit } from '../../score/describe'

const dayLength = 86_400_000

/** Numbers of a scale: a floor less a floor is no floor. */
const scales = ['storey', 'level', 'TRL', 'year']

/** What keeps a match out, and by how much: `Rent $26/sq ft, $3 over`. */
export function shortfall(part: Part, schema: Schema, words: Words): string {
  if (part.op === 'covers') return words.t('near.lacks', { name: partName(part, schema, words) })
  const attribute = schema.byCode.get(part.attribute)
  const name = labelOf(part.attribute, schema, words)
  const value = partValue(part, attribute, words)
  const gap = gapOf(part.actual, boundsOf(part))
  const by = gap && amount(gap.by, part, attribute, words)
  if (!gap || !by)
    return `${name} ${value}${words.t('why.needs', { required: describeRequired(part.op, part.required, attribute, words) })}`
  const key = attribute?.kind === 'date' ? 'day' : isWay(part, attribute) ? 'way' : 'amount'
  return words.t(`near.${key}.${gap.isOver ? 'over' : 'under'}`, { name, value, by, count: Number(gap.by) })
}

const isWay = (part: Part, attribute: Attribute | undefined) =>
  part.op === 'within' || readersUnit(attribute) === 'distance'

type Bound = number | string | undefined

function boundsOf({ op, required }: Part): { least?: Bound; most?: Bound } {
  if (typeof required === 'object' && !Array.isArray(required)) return { least: required.min, most: required.max }
  if (typeof required !== 'number' && typeof required !== 'string') return {}
  return op === 'atLeast' ? { least: required } : op === 'atMost' || op === 'within' ? { most: required } : {}
}

/** How far a value is beyond its bounds: in its own unit, in days for a day. */
function gapOf(actual: Value | null, { least, most }: { least?: Bound; most?: Bound }) {
  const value = numberOf(actual)
  const [low, high] = [numberOf(least), numberOf(most)]
  if (value === undefined) return undefined
  if (low !== undefined && value < low) return { by: low - value, isOver: false }
  if (high !== undefined && value > high) return { by: value - high, isOver: true }
  return undefined
}

function numberOf(value: Value | null | undefined) {
  if (typeof value === 'number') return value
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(day) ? undefined : day / dayLength
}

/** undefined: it has no words, or is so little that it would read as nothing. */
function amount(by: number, part: Part, attribute: Attribute | undefined, { format }: Words) {
  if (attribute?.kind === 'date') return format.number(by)
  if (part.op === 'within') return format.distance(by)
  const unit = readersUnit(attribute)
  if (unit !== undefined && scales.includes(unit)) return undefined
  const say = unit === 'HKD/m2/month' ? format.bare : format.reader
  const said = say(by, unit, attribute?.step)
  return said === say(0, unit, attribute?.step) ? undefined : said
}
