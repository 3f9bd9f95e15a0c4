import type { Schema } from '../../api/boards'
import type { Profiled } from '../../api/records'
import type { Attribute, Criterion, Fact, Match, Part, Value } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import { admits, campuses, worst } from '../../uses/admits'
import { aloneBest, bestOf, comparable } from './best'
import {
  criterionName,
  describeRequired,
  labelOf,
  partName,
  partValue,
  pointsOf,
  requiredOf,
  shortValue,
} from '../../score/describe'
import { type Place, unitName, valueOf } from '../list/names'
import { memberFacts } from '../runs/memberFacts'

/** One of those that are compared. */
export interface Column {
  id: string
  place: Place
  /** Left out: it is on no list now, so that nothing is known of its points. */
  match: Match | undefined
  /** Of adjacent spaces that are taken together each one's record. */
  members?: readonly Profiled[] | undefined
  /** Source and day of each value, where they are shown beside it. */
  facts?: Readonly<Record<string, Fact>>
}

/** One of the spaces that are taken together, with its area and rent. */
export function memberText(member: Profiled, words: Words) {
  return [unitName(member, words) || member.id, memberFacts(member, words)].filter(Boolean).join(' · ')
}

export interface Cell {
  text: string
  known: boolean
  /** Points won and possible; left out where no criterion asks. */
  points?: { won: number; possible: number }
  isUnmet?: boolean
  isStale?: boolean
  isBest?: boolean
  /** Who says so and since when, where that is shown. */
  origin?: string
}

export interface Row {
  key: string
  label: string
  /** What is asked, where something is. */
  asked?: string
  cells: Cell[]
  /** All columns say the same. */
  same: boolean
}

export interface Section {
  key: string
  rows: Row[]
}

/**
 * Criteria with points and values, then the other facts by group; a fact that nobody states is left out.
 *
 * @param industry The seeker's; left out: not known.
 */
export function sectionsOf(
  columns: Column[],
  criteria: Criterion[],
  schema: Schema,
  words: Words,
  industry?: string,
): Section[] {
  const asked = new Set(criteria.map(({ attribute }) => attribute))
  const board = columns[0] && boards[columns[0].place.board]
  const facts = (board?.groups ?? []).map(([key, codes]) => ({
    key,
    rows: codes
      .filter((code) => !asked.has(code))
      .flatMap((code) => factRow(columns, schema.byCode.get(code), words) ?? []),
  }))
  const fit = { key: 'fit', rows: criteria.map((criterion, index) => fitRow(columns, criterion, index, schema, words)) }
  const admission = {
    key: 'admission',
    rows: industry && board?.inBuildings ? [admissionRow(columns, industry, schema, words)] : [],
  }
  const better = { key: 'better', rows: isMixed(columns) ? [betterRow(columns, schema, words)] : [] }
  return [better, fit, admission, ...facts].filter(({ rows }) => rows.length > 0)
}

const valuesOf = ({ place: { building, record: own } }: Column, record = own): Readonly<Record<string, Value>> => ({
  ...building?.values,
  ...record?.inherited,
  ...record?.values,
})

/** Whether campuses stand beside other buildings. */
function isMixed(columns: Column[]) {
  if (!columns.every(({ place }) => boards[place.board].inBuildings)) return false
  const kinds = columns.map((column) => {
    const { district, kind } = valuesOf(column)
    return campuses.includes(String(district)) || kind === 'parkFactory'
  })
  return kinds.includes(true) && kinds.includes(false)
}

/** So many facts say what a place is better for. */
const mostBetter = 4

/** At which facts each alone beats all the others, where all state them. */
function betterRow(columns: Column[], schema: Schema, words: Words): Row {
  const values = columns.map((column) => valuesOf(column))
  const best = aloneBest(comparable, (code) => values.map((all) => all[code]))
  const cells = columns.map((_, index): Cell => {
    const codes = best[index] ?? []
    const names = codes.slice(0, mostBetter).map((code) => labelOf(code, schema, words))
    return { text: names.length ? words.format.list(names) : words.t('compare.nothingBetter'), known: true }
  })
  return { key: 'better', label: words.t('compare.betterIn'), cells, same: false }
}

/** Whether each one's operator takes the industry in. */
function admissionRow(columns: Column[], industry: string, schema: Schema, words: Words): Row {
  const verdicts = columns.map((column) =>
    worst(
      (column.members ?? [column.place.record]).map((record) => record && admits(industry, valuesOf(column, record))),
    ),
  )
  const label = schema.byCode.get('admission')?.values?.find(({ code }) => code === industry)?.label
  return {
    key: 'admission',
    label: `${labelOf('admission', schema, words)} · ${words.text(label) || industry}`,
    cells: verdicts.map((verdict) => ({
      text: words.t(`admission.${verdict ?? 'unknown'}`),
      known: verdict !== undefined,
      isUnmet: verdict === 'doesNotFit',
    })),
    same: columns.length > 1 && verdicts.every((verdict) => verdict === verdicts[0]),
  }
}

function fitRow(columns: Column[], criterion: Criterion, index: number, schema: Schema, words: Words): Row {
  const attribute = schema.byCode.get(criterion.attribute)
  const required = requiredOf(criterion)
  const parts = columns.map(({ match }) => {
    const part = match?.parts[index]
    return part?.attribute === criterion.attribute ? part : undefined
  })
  const best = bestOf(parts)
  const cells = columns.map((column, at): Cell => {
    const part = parts[at]
    if (!part) return factCell(column, attribute, words)
    const { points: won, possible } = pointsOf(column.match!.parts)[index]!
    return {
      text: partText(part, attribute, schema, words),
      known: part.outcome !== 'unknown',
      points: { won, possible },
      isUnmet: part.outcome === 'unmet',
      isStale: part.stale,
      ...(best[at] && { isBest: true }),
      ...originOf(column, criterion.attribute, words),
    }
  })
  return {
    key: `${criterion.attribute} ${index}`,
    label: criterionName(criterion, schema, words),
    ...(required !== undefined &&
      criterion.op !== 'covers' &&
      criterion.op !== 'is' && { asked: describeRequired(criterion.op, required, attribute, words) }),
    cells,
    same: isSame(cells),
  }
}

/** What a firm claims besides says nothing of a single code. */
function partText(part: Part, attribute: Attribute | undefined, schema: Schema, words: Words) {
  if (part.op === 'covers' && part.outcome !== 'unknown') return words.t(part.outcome === 'met' ? 'yes' : 'no')
  return part.op === 'covers' ? words.t('unknown') : partValue(part, attribute, words) || partName(part, schema, words)
}

function factRow(columns: Column[], attribute: Attribute | undefined, words: Words): Row | undefined {
  if (!attribute || attribute.kind === 'point') return undefined
  const cells = columns.map((column) => factCell(column, attribute, words))
  if (!cells.some(({ known }) => known)) return undefined
  return { key: attribute.code, label: words.text(attribute.label) || attribute.code, cells, same: isSame(cells) }
}

function factCell(column: Column, attribute: Attribute | undefined, words: Words): Cell {
  const { place } = column
  const value: Value | undefined = attribute && valueOf(place.record, place.building, attribute.code)
  return {
    text: shortValue(value ?? null, attribute, words),
    known: value !== undefined && value !== null,
    ...(attribute && originOf(column, attribute.code, words)),
  }
}

function originOf({ facts }: Column, code: string, { t, format }: Words): Pick<Cell, 'origin'> {
  const fact = facts?.[code]
  if (!fact) return {}
  const day = fact.verifiedOn ? format.day(fact.verifiedOn) : t('facts.unverified')
  return { origin: [fact.source, day].filter(Boolean).join(' · ') }
}

/** Whether nothing differs; alone nothing is the same. */
const isSame = (cells: Cell[]) =>
  cells.length > 1 &&
  cells.every(
    (cell) =>
      cell.text === cells[0]!.text && cell.points?.won === cells[0]!.points?.won && cell.known === cells[0]!.known,
  )
