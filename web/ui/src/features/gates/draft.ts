import type { GateRow } from './types'

/** A rule of the next version. */
export interface Line {
  id: number
  /** As the version says on which the draft is built; absent: the rule is new. */
  origin?: GateRow
  /** As the next version says; absent: it leaves the rule out. */
  row?: GateRow
}

export type Change = 'same' | 'changed' | 'added' | 'removed'

export const draftOf = (rows: GateRow[]): Line[] => rows.map((row, id) => ({ id, origin: row, row }))

export function changeOf({ origin, row }: Line): Change {
  if (!row) return 'removed'
  if (!origin) return 'added'
  return fields.every((field) => (row[field] ?? null) === (origin[field] ?? null)) ? 'same' : 'changed'
}

export const isChanged = (lines: Line[]) => lines.some((line) => changeOf(line) !== 'same')

/** How many rules the next version adds, changes and leaves out. */
export const countOf = (lines: Line[], change: Change) => lines.filter((line) => changeOf(line) === change).length

/** The whole table of the next version. */
export const rowsOf = (lines: Line[]) => lines.flatMap(({ row }) => (row ? [row] : []))

export const withRow = (lines: Line[], id: number, row: GateRow) =>
  lines.map((line) => (line.id === id ? { ...line, row } : line))

export const withNew = (lines: Line[], row: GateRow): Line[] => [
  ...lines,
  { id: Math.max(-1, ...lines.map(({ id }) => id)) + 1, row },
]

/** A rule that the last version has is left out and can be put back; a new one is forgotten. */
export const without = (lines: Line[], id: number) =>
  lines.flatMap((line) => (line.id !== id ? [line] : line.origin ? [{ id, origin: line.origin }] : []))

export const restored = (lines: Line[], id: number) =>
  lines.map((line) => (line.id === id && line.origin ? { ...line, row: line.origin } : line))

export interface Filter {
  gate: string
  key: string
  use: string
}

export const isShown = (line: Line, filter: Filter) => {
  const row = line.row ?? line.origin!
  return (Object.keys(filter) as (keyof Filter)[]).every((name) => !filter[name] || row[name] === filter[name])
}

/** The server's messages by the line that they are about, and those about the rest. */
export function errorsByLine(errors: Record<string, string[]>, lines: Line[]) {
  const sent = lines.filter(({ row }) => row)
  const byLine = new Map<number, Record<string, string[]>>()
  const others: Record<string, string[]> = {}
  for (const [path, messages] of Object.entries(errors)) {
    const [, index, field] = /^rows\[(\d+)\]\.?(.*)$/.exec(path) ?? []
    const line = index === undefined ? undefined : sent[Number(index)]
    if (line) byLine.set(line.id, { ...byLine.get(line.id), [field || 'gate']: messages })
    else others[path] = messages
  }
  return { byLine, others }
}

const fields = ['gate', 'key', 'use', 'verdict', 'from', 'to', 'condition', 'source', 'note'] as const
