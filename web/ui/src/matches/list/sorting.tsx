import { useWords } from '../../i18n/i18n'
import { Segments } from '../../kit/fields/Field'

export type Sort = 'score' | 'mutual'

/** By how much the other side wants it too; where it does not, the own order stays, behind the others. */
export function sorted(
  ids: readonly string[],
  sort: Sort,
  mutualOf: (id: string) => number | undefined,
): readonly string[] {
  if (sort === 'score') return ids
  return [...ids].sort((a, b) => (mutualOf(b) ?? -1) - (mutualOf(a) ?? -1))
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

export function SortChoice({ value, onChange }: { value: Sort; onChange: (sort: Sort) => void }) {
  const { t } = useWords()
  return (
    <div className="sort-choice">
      <Segments
        label={t('sort.label')}
        showLabel={false}
        value={value}
        onChange={(next) => onChange(next as Sort)}
        options={(['score', 'mutual'] as const).map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
    </div>
  )
}
