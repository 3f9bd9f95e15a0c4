import { useWords } from '../../i18n/i18n'
import { centre, isBeyond } from '../map/beyond'
import { metresBetween } from '../../map/rings/walking'
import { ColumnMap } from './ColumnMap'
import type { Column } from './comparison'
import { letterOf } from './letters'

/** Where the columns are, by their letters and in the colours of their scores; what lies beyond is named. */
export function CompareMap({ columns }: { columns: readonly Column[] }) {
  const { t, format } = useWords()
  const isFar = ({ place: { location } }: Column) => location !== undefined && isBeyond(location)
  const near = columns.map((column) =>
    isFar(column) ? { ...column, place: { ...column.place, location: undefined } } : column,
  )
  const said = (keep: (column: Column) => boolean, sayOf: (column: Column) => string) =>
    columns.flatMap((column, index) => (keep(column) ? `${letterOf(index)} ${sayOf(column)}` : []))
  const far = said(isFar, ({ place: { name, location } }) =>
    t('compare.away', { name, distance: format.distance(Math.round(metresBetween(location!, centre) / 100) * 100) }),
  )
  const unplaced = said(
    ({ place }) => place.location === undefined,
    ({ place }) => place.name,
  )
  return (
    <section className="compare-map">
      <h3>{t('compare.where')}</h3>
      <ColumnMap columns={near} callOf={letterOf} className="column-map" label={t('compare.map')} />
      {far.length > 0 && <p className="meta">{t('compare.beyond', { names: format.list(far) })}</p>}
      {unplaced.length > 0 && <p className="meta">{t('compare.unplaced', { names: format.list(unplaced) })}</p>}
    </section>
  )
}
