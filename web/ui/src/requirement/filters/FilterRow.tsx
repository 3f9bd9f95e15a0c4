import { Table2 } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useWords, withTexts } from '../../i18n/i18n'
import { useShortcut } from '../../kit/keys/shortcuts'
import type { FiltersProps } from './Filters'
import { Histograms } from './Histograms'
import MoreButton from './MoreButton'
import { useFacets } from './useFacets'
import { useFilters } from './useFilters'

const Tables = lazy(withTexts(() => import('./tables/Tables')))

/** The filters in sight, and beside them the way to the others and to the same as tables. */
export default function FilterRow(props: FiltersProps) {
  const { board, criteria, schema, combine } = props
  const { t } = useWords()
  const { shown, room } = useFilters(board, criteria, schema)
  const counted = useFacets(
    board,
    criteria,
    combine,
    shown.map(({ code }) => code),
  )
  const [asTable, setAsTable] = useState(false)
  const table = useRef<HTMLButtonElement>(null)
  useShortcut('t', () => setAsTable((before) => !before))
  return (
    <>
      <div className="filter-row" style={{ gridTemplateColumns: `repeat(${room}, minmax(0, 1fr))` }}>
        <Histograms {...props} attributes={shown} counted={counted} />
      </div>
      <div className="filter-side">
        <MoreButton {...props} />
        <button
          ref={table}
          type="button"
          className="button small"
          aria-haspopup="dialog"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <Table2 size={15} strokeWidth={1.9} aria-hidden />
          {t('filters.asTable')}
        </button>
        {asTable && (
          <Suspense fallback={null}>
            <Tables
              attributes={shown}
              criteria={criteria}
              facets={counted.facets}
              triggerRef={table}
              onClose={() => setAsTable(false)}
            />
          </Suspense>
        )}
      </div>
    </>
  )
}
