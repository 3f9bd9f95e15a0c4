import type { Schema } from '../../api/boards'
import type { Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'

/** `score`, `mutual`, or the code of a number or date attribute, with `-` before it for the greatest first. */
export type Sort = string

/** Where a match stands, the least first; undefined: behind the others. */
export type RankOf = (id: string) => number | undefined

/** The least rank first; equals stay in their own order, and so does what has no rank, behind the others. */
export function sorted(ids: readonly string[], rankOf: RankOf | undefined): readonly string[] {
  if (!rankOf) return ids
  const ranked = ids.flatMap((id) => {
    const rank = rankOf(id)
    return rank === undefined ? [] : [{ id, rank }]
  })
  return [
    ...ranked.sort((a, b) => a.rank - b.rank).map(({ id }) => id),
    ...ids.filter((id) => rankOf(id) === undefined),
  ]
}

const usual = ['area', 'rent']

/** What a list may be sorted by besides its score: what is asked for, then what most people look at. */
export function sortable({ byCode }: Schema, criteria: Criterion[]): string[] {
  const codes = new Set([...criteria.map(({ attribute }) => attribute), ...usual])
  return [...codes].filter((code) => ['number', 'date'].includes(byCode.get(code)?.kind ?? ''))
}

/** What stands first or last by hand, whatever its score; within each the order stays. */
export interface Placing {
  first: ReadonlySet<string>
  last: ReadonlySet<string>
}

export function placed(ids: readonly string[], placing: Placing | undefined): readonly string[] {
  if (!placing || placing.first.size + placing.last.size === 0) return ids
  const groupOf = (id: string) => (placing.first.has(id) ? 0 : placing.last.has(id) ? 2 : 1)
  return [0, 1, 2].flatMap((group) => ids.filter((id) => groupOf(id) === group))
}

export function SortChoice({
  value,
  schema,
  codes,
  mutual,
  onChange,
}: {
  value: Sort
  schema: Schema
  codes: string[]
  /** Whether the other side's wish is known. */
  mutual: boolean
  onChange: (sort: Sort) => void
}) {
  const { t, text } = useWords()
  return (
    <select
      className="input sort-choice"
      aria-label={t('sort.label')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="score">{t('sort.score')}</option>
      {mutual && <option value="mutual">{t('sort.mutual')}</option>}
      {codes.flatMap((code) => {
        const { kind, label } = schema.byCode.get(code)!
        return ['', '-'].map((fall) => (
          <option key={fall + code} value={fall + code}>
            {t(`sort.${kind === 'date' ? 'date' : 'number'}.${fall ? 'falling' : 'rising'}`, { name: text(label) })}
          </option>
        ))
      })}
    </select>
  )
}
