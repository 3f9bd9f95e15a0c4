import { useWords } from '../i18n/i18n'
import { Segments } from '../kit/Field'

export type Sort = 'score' | 'mutual'

/** By how much the other side wants it too; where it does not, the own order stays, behind the others. */
export function sorted(ids: readonly string[], sort: Sort, mutualOf: (id: string) => number | undefined): readonly string[] {
  if (sort === 'score') return ids
  return [...ids].sort((a, b) => (mutualOf(b) ?? -1) - (mutualOf(a) ?? -1))
}

export function SortChoice({ value, onChange }: { value: Sort; onChange: (sort: Sort) => void }) {
  const { t } = useWords()
  return (
    <div className="sort-choice">
      <Segments label={t('sort.label')} showLabel={false} value={value} onChange={(next) => onChange(next as Sort)}
        options={(['score', 'mutual'] as const).map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))} />
    </div>
  )
}
