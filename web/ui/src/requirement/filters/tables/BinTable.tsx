import type { Attribute, Criterion } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { describeRequired, readersUnit } from '../../../score/describe'
import { barsOf, type Facet, scaleFor } from '../maths/bins'
import { mustRange } from '../maths/knobs'

/** The same as the bars, as a table. */
export function BinTable({
  attribute,
  criterion,
  facet,
}: {
  attribute: Attribute
  criterion: Criterion | undefined
  facet: Facet
}) {
  const words = useWords()
  const { t, text } = words
  const scale = scaleFor(attribute, facet, words.format.factor(readersUnit(attribute)))
  const bars = scale ? barsOf(facet.bins ?? [], scale, mustRange(criterion, scale)) : []
  return (
    <table className="bin-table nums">
      <caption>{text(attribute.label)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('filters.table.from')}</th>
          <th scope="col">{t('filters.table.accepted')}</th>
          <th scope="col">{t('filters.table.kept')}</th>
        </tr>
      </thead>
      <tbody>
        {bars
          .filter(({ relaxed }) => relaxed > 0)
          .map(({ from, to, accepted, relaxed }) => (
            <tr key={String(from)}>
              <th scope="row">{describeRequired('between', { min: from, max: to }, attribute, words)}</th>
              <td>{accepted}</td>
              <td>{relaxed - accepted}</td>
            </tr>
          ))}
        <tr>
          <th scope="row">{t('unknown')}</th>
          <td>{facet.unknown.count}</td>
          <td>{facet.unknown.relaxed - facet.unknown.count}</td>
        </tr>
      </tbody>
    </table>
  )
}
