import type { Schema } from '../../api/boards'
import type { Attribute, Criterion, Fact, Match, Part, Value } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import {
  criterionName,
  describeRequired,
  partName,
  partValue,
  pointsOf,
  requiredOf,
  shortValue,
} from '../../score/describe'
import { type Place, valueOf } from '../list/names'

/** One of those that are compared. */
export interface Column {
  id: string
  place: Place
  /** Left out: it is on no list now, so that nothing is known of its points. */
  match: Match | undefined
  /** Of adjacent spaces that are taken together, what each is. */
  members?: readonly string[] | undefined
  /** Source and day of each value, where they are shown beside it. */
  facts?: Readonly<Record<string, Fact>>
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

/** Criteria with points and values, then the other facts by group; a fact that nobody states is left out. */
export function sectionsOf(columns: Column[], criteria: Criterion[], schema: Schema, words: Words): Section[] {
  const asked = new Set(criteria.map(({ attribute }) => attribute))
  const board = columns[0]?.place.board
  const groups = board ? boards[board].groups : []
  const facts = groups.map(([key, codes]) => ({
    key,
    rows: codes
      .filter((code) => !asked.has(code))
      .flatMap((code) => factRow(columns, schema.byCode.get(code), words) ?? []),
  }))
  const fit = { key: 'fit', rows: criteria.map((criterion, index) => fitRow(columns, criterion, index, schema, words)) }
  return [fit, ...facts].filter(({ rows }) => rows.length > 0)
}

function fitRow(columns: Column[], criterion: Criterion, index: number, schema: Schema, words: Words): Row {
  const attribute = schema.byCode.get(criterion.attribute)
  const required = requiredOf(criterion)
  const cells = columns.map((column): Cell => {
    const part = column.match?.parts[index]
    if (!part || part.attribute !== criterion.attribute) return factCell(column, attribute, words)
    const { points: won, possible } = pointsOf(column.match!.parts)[index]!
    return {
      text: partText(part, attribute, schema, words),
      known: part.outcome !== 'unknown',
      points: { won, possible },
      isUnmet: part.outcome === 'unmet',
      isStale: part.stale,
      ...originOf(column, criterion.attribute, words),
    }
  })
  return {
    key: `${criterion.attribute} ${index}`,
    label: criterionName(criterion, schema, words),
    ...(required !== undefined &&
      criterion.op !== 'covers' &&
      criterion.op !== 'is' && { asked: describeRequired(criterion.op, required, attribute, words) }),
    ...compared(cells),
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
  return { key: attribute.code, label: words.text(attribute.label) || attribute.code, ...compared(cells) }
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

/** Marks the best, where points tell the columns apart, and whether anything differs; alone nothing is the same. */
function compared(cells: Cell[]): Pick<Row, 'cells' | 'same'> {
  const won = cells.map(({ points }) => points?.won ?? -1)
  const best = Math.max(...won)
  const differs = best > 0 && won.some((points) => points < best)
  return {
    cells: cells.map((cell, index) => (differs && won[index] === best ? { ...cell, isBest: true } : cell)),
    same:
      cells.length > 1 &&
      cells.every(
        (cell) =>
          cell.text === cells[0]!.text && cell.points?.won === cells[0]!.points?.won && cell.known === cells[0]!.known,
      ),
  }
}
