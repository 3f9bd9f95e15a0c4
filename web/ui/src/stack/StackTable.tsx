import type { Space } from '../api/types'
import { useWords } from '../i18n/i18n'
import { TableScroll } from '../kit/TableScroll'

/** The plan as a table, floors from the top. */
export function StackTable({
  spaces,
  scores,
  lawOf,
}: {
  spaces: readonly Space[]
  scores: ReadonlyMap<string, number>
  /** What the law says of the chosen use, in words; undefined: nobody asked. */
  lawOf: ((space: Space) => string) | undefined
}) {
  const { t, format } = useWords()
  const sorted = [...spaces].sort(
    (a, b) => Number(b.values.floor ?? -99) - Number(a.values.floor ?? -99) || (a.position ?? 0) - (b.position ?? 0),
  )
  const number = (value: unknown, unit: string) =>
    typeof value === 'number' ? format.quantity(value, unit) : t('unknown')
  const columns = ['floor', 'unit', 'area', 'status', 'free', ...(lawOf ? ['law'] : []), 'score']
  return (
    <TableScroll label={t('stack.label')}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {t(`stack.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((space) => (
            <tr key={space.id}>
              <th scope="row">{number(space.values.floor, 'storey')}</th>
              <td>{space.unit ?? ''}</td>
              <td>{number(space.values.area, 'm2')}</td>
              <td>{t(`status.${space.status ?? 'unknown'}`)}</td>
              <td>
                {typeof space.values.availableFrom === 'string' ? format.day(space.values.availableFrom) : t('unknown')}
              </td>
              {lawOf && <td>{lawOf(space)}</td>}
              <td>{scores.has(space.id) ? format.score(scores.get(space.id)!) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
