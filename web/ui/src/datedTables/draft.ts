import { same } from '../api/same'
import type { RowErrors } from './types'

/** A row of the next version. */
export interface Line<Row> {
  id: number
  /** As the version says on which the draft is built; absent: the row is new. */
  origin?: Row
  /** As the next version says; absent: it leaves the row out. */
  row?: Row
}

export type Change = 'same' | 'changed' | 'added' | 'removed'

export const draftOf = <Row>(rows: Row[]): Line<Row>[] => rows.map((row, id) => ({ id, origin: row, row }))

export function changeOf<Row extends object>({ origin, row }: Line<Row>): Change {
  if (!row) return 'removed'
  if (!origin) return 'added'
  return same(said(row), said(origin)) ? 'same' : 'changed'
}

// A field that is empty is absent.
const said = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value != null))

export const isChanged = <Row extends object>(lines: Line<Row>[]) => lines.some((line) => changeOf(line) !== 'same')

/** How many rows the next version adds, changes and leaves out. */
export const countOf = <Row extends object>(lines: Line<Row>[], change: Change) =>
  lines.filter((line) => changeOf(line) === change).length

/** The whole table of the next version. */
export const rowsOf = <Row>(lines: Line<Row>[]) => lines.flatMap(({ row }) => (row ? [row] : []))

export const withRow = <Row>(lines: Line<Row>[], id: number, row: Row) =>
  lines.map((line) => (line.id === id ? { ...line, row } : line))

export const withNew = <Row>(lines: Line<Row>[], row: Row): Line<Row>[] => [
  ...lines,
  { id: Math.max(-1, ...lines.map(({ id }) => id)) + 1, row },
]

/** A row that the last version has is left out and can be put back; a new one is forgotten. */
export const without = <Row>(lines: Line<Row>[], id: number) =>
  lines.flatMap((line) => (line.id !== id ? [line] : line.origin ? [{ id, origin: line.origin }] : []))

export const restored = <Row>(lines: Line<Row>[], id: number) =>
  lines.map((line) => (line.id === id && line.origin ? { ...line, row: line.origin } : line))

/**
 * The server's messages by the line that they are about, and those about the rest; what is said of a whole row stands
 * at the field `whole`, and at a list what is said of one of its entries.
 */
export function errorsByLine<Row>(errors: RowErrors, lines: Line<Row>[], whole: string) {
  const sent = lines.filter(({ row }) => row)
  const byLine = new Map<number, RowErrors>()
  const others: RowErrors = {}
  for (const [path, messages] of Object.entries(errors)) {
    const [, index, field] = /^rows\[(\d+)\]\.?([^[.]*)/.exec(path) ?? []
    const line = index === undefined ? undefined : sent[Number(index)]
    if (!line) {
      others[path] = messages
      continue
    }
    const known = byLine.get(line.id) ?? {}
    const at = field || whole
    byLine.set(line.id, { ...known, [at]: [...(known[at] ?? []), ...messages] })
  }
  return { byLine, others }
}
