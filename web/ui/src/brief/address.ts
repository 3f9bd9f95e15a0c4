import type { BoardCode, Criterion, Machine } from '../api/types'
import { boardCodes, numbersTogether } from '../kinds/boards'
import { parsed } from '../kit/held/json'

/** What an address holds of a Brief that is not saved. */
export interface BriefState {
  /** The wish in the client's own words. */
  text: string
  criteria: Readonly<Partial<Record<BoardCode, readonly Criterion[]>>>
  /** Words of the text that ask for nothing, because the reader said so. */
  skipped: readonly string[]
  /** How many adjacent spaces may be taken together, 2 to 6; left out: single spaces alone. */
  combine?: number
}

export const emptyBrief: BriefState = { text: '', criteria: {}, skipped: [] }

/** How long an address may be, path and all, so that mail and chat programs keep it whole. */
export const longestAddress = 2000

const textKey = 'q'
const skippedKey = 'skip'
const combineKey = 'combine'

/*
 * A criterion is `attribute_op_field_field…`; criteria are parted by `*`, the codes of a list by `.`. These stand in an
 * address as they are. A field is one letter and what it holds; a must of weight 5 says neither. In codes and words `!`
 * and two hexadecimal digits stand for a character that parts.
 */
const letters = {
  limit: 'l',
  ideal: 'i',
  min: 'n',
  max: 'x',
  value: 'v',
  values: 's',
  preferred: 'p',
  of: 'o',
  weight: 'w',
  machines: 'm',
} as const
type Field = keyof typeof letters
const fields = Object.keys(letters) as Field[]
const lists: readonly Field[] = ['values', 'preferred']
const usualWeight = 5
const wish = 'q'
const fixed = 'f'

/** A Brief in an address, without what else the address holds. */
export function toAddress({ text, criteria, skipped, combine }: BriefState): URLSearchParams {
  const search = new URLSearchParams()
  if (text) search.set(textKey, text)
  for (const words of skipped) search.append(skippedKey, words)
  for (const board of boardCodes) {
    const asked = criteria[board]
    if (asked) search.set(board, asked.map(written).join('*'))
  }
  if (combine !== undefined) search.set(combineKey, String(combine))
  return search
}

/** The Brief in an address; undefined: it holds none. What is not a criterion is left out. */
export function fromAddress(search: URLSearchParams): BriefState | undefined {
  const criteria: Partial<Record<BoardCode, Criterion[]>> = {}
  for (const board of boardCodes) {
    const asked = search.get(board)
    if (asked !== null) criteria[board] = asked.split('*').flatMap((one) => criterionOf(one) ?? [])
  }
  const text = search.get(textKey) ?? ''
  if (!text && Object.keys(criteria).length === 0) return undefined
  const combine = numbersTogether.find((number) => String(number) === search.get(combineKey))
  return { text, criteria, skipped: search.getAll(skippedKey), ...(combine !== undefined && { combine }) }
}

/** The path of a Brief's page; without a tab, the first board of which it asks something is open. */
export function briefPath(brief: BriefState, tab?: string, rest: Record<string, string> = {}) {
  const search = toAddress(brief)
  if (tab) search.set('tab', tab)
  for (const [key, value] of Object.entries(rest)) search.set(key, value)
  return `/brief?${search.toString()}`
}

/** The page of a requirement on one board, with one of its matches open if it is named. */
export const requirementPath = (board: BoardCode, criteria: readonly Criterion[], match?: string) =>
  briefPath({ ...emptyBrief, criteria: { [board]: criteria } }, board, match ? { match } : {})

/**
 * The path of an address such as `/sites?criteria=[…]&match=…`, which earlier releases shared. Without a requirement it
 * leads to the reader's own Brief.
 */
export function pathOfEarlier(board: BoardCode, search: URLSearchParams) {
  const rest = Object.fromEntries([...search].filter(([key]) => key !== 'criteria'))
  const criteria = parsed(search.get('criteria'))
  if (Array.isArray(criteria))
    return briefPath({ ...emptyBrief, criteria: { [board]: criteria as Criterion[] } }, board, rest)
  return `/brief?${new URLSearchParams({ tab: board, ...rest }).toString()}`
}

/** This Brief in place of the one that the address holds, beside what else it holds. */
export function withBrief(search: URLSearchParams, brief: BriefState): URLSearchParams {
  const kept = [...search].filter(([key]) => !own.includes(key) && !isBoard(key))
  const next = toAddress(brief)
  for (const [key, value] of kept) next.append(key, value)
  return next
}

const own = [textKey, skippedKey, combineKey]
const isBoard = (key: string): key is BoardCode => (boardCodes as string[]).includes(key)

function written(criterion: Criterion): string {
  const parts = [escaped(criterion.attribute), criterion.op]
  for (const field of fields) {
    const held = criterion[field]
    if (held === undefined || (field === 'weight' && held === usualWeight)) continue
    parts.push(letters[field] + writtenValue(held))
  }
  if (criterion.strength === 'prefer') parts.push(wish)
  if (criterion.fixed) parts.push(fixed)
  return parts.join('_')
}

function writtenValue(held: NonNullable<Criterion[Field]>): string {
  if (Array.isArray(held))
    return held.map((one) => (typeof one === 'string' ? escaped(one) : writtenMachine(one))).join('.')
  if (typeof held === 'object') return `${held.lat}~${held.lon}`
  if (typeof held !== 'string') return String(held)
  // A code that looks like a number or a flag begins with an escape, so that it reads back as a text.
  return typeof simple(held) === 'string' ? escaped(held) : escape(held[0]!) + escaped(held.slice(1))
}

function simple(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

function criterionOf(text: string): Criterion | undefined {
  const [attribute, op, ...parts] = text.split('_')
  if (!attribute || !op) return undefined
  const criterion: Record<string, unknown> = { attribute: unescaped(attribute), op, strength: 'must', weight: 5 }
  for (const part of parts) {
    const field = fields.find((name) => letters[name] === part[0])
    if (part === wish) criterion.strength = 'prefer'
    else if (part === fixed) criterion.fixed = true
    else if (!field) return undefined
    else criterion[field] = valueOf(field, part.slice(1))
  }
  return criterion as Criterion
}

function valueOf(field: Field, text: string): unknown {
  if (lists.includes(field)) return text === '' ? [] : text.split('.').map(unescaped)
  if (field === 'machines') return text.split('.').map(machineOf)
  if (field === 'of') {
    const [lat, lon] = text.split('~').map(Number)
    return { lat, lon }
  }
  return typeof simple(text) === 'string' ? unescaped(text) : simple(text)
}

const measures = ['mass', 'length', 'width', 'height', 'feet', 'power', 'count'] as const
const sides = measures.slice(0, 4) as (keyof NonNullable<Machine['crate']>)[]

/** A machine's measures, then its crate's, then its name; `-` stands for the point of a number. */
const writtenMachine = (machine: Machine) =>
  [...measures.map((measure) => machine[measure]), ...sides.map((side) => machine.crate?.[side])]
    .map((number) => `${number ?? ''}`.replace('.', '-'))
    .concat(escaped(machine.name ?? ''))
    .join('~')

function machineOf(text: string) {
  const cells = text.split('~')
  const read = (names: readonly string[], from: number) =>
    Object.fromEntries(
      names.flatMap((name, at) => (cells[from + at] ? [[name, Number(cells[from + at]!.replace('-', '.'))]] : [])),
    )
  const name = unescaped(cells[11] ?? '')
  return { ...read(measures, 0), ...(cells[8] && { crate: read(sides, 7) }), ...(name && { name }) }
}

const escape = (one: string) => `!${one.charCodeAt(0).toString(16).padStart(2, '0')}`
const escaped = (text: string) => text.replace(/[_*.!~]/g, escape)
const unescaped = (text: string) =>
  text.replace(/!([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
