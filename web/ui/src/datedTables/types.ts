import type { ReactNode } from 'react'
import type { Schemas } from '../api/client'

export type TableHistory = Schemas['TableHistory']

/** A version that is not published yet. */
export interface TableDraft<Row> {
  from: string
  rows: Row[]
  note?: string
}

export interface TableVersion<Row> {
  version: Schemas['TableVersionSummary']
  rows: Row[]
  differences: { before?: Row; after?: Row }[]
}

export type RowErrors = Record<string, string[]>

/** A table that admins edit as dated versions: where its versions are, and how a row is read and written. */
export interface EditedTable<Row, Preview> {
  /** The group of the texts that speak of its rows, and the key of what was read of it. */
  words: 'gateTable' | 'stepTable'
  title: string
  list: (signal: AbortSignal) => Promise<TableHistory>
  get: (number: number, signal: AbortSignal) => Promise<TableVersion<Row>>
  preview: (draft: TableDraft<Row>) => Promise<Preview>
  publish: (draft: TableDraft<Row>, last: number) => Promise<TableVersion<Row>>
  file: (number: number) => string
  /** The field at which is shown what is said of a whole row. */
  whole: keyof Row & string
  columns: readonly string[]
  nameOf: (row: Row) => string
  cells: (row: Row) => ReactNode
  form: (asked: {
    /** Absent: a new one. */
    row: Row | undefined
    errors: RowErrors
    onSave: (row: Row) => void
    onClose: () => void
  }) => ReactNode
  previewOf: (preview: Preview) => ReactNode
  /** The choices by which rows are filtered. */
  filters: readonly { name: string; options: (chosen: Filter) => { value: string; label: string }[] }[]
  isShown: (row: Row, filter: Filter) => boolean
}

/** By the name of the choice; empty: all. */
export type Filter = Readonly<Record<string, string>>
