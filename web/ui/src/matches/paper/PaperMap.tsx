import { useWords } from '../../i18n/i18n'
import { ColumnMap } from '../compare/ColumnMap'
import type { Column } from '../compare/comparison'

/** Where they are, by their numbers. */
export function PaperMap({ columns }: { columns: Column[] }) {
  const { t } = useWords()
  return (
    <ColumnMap
      columns={columns}
      callOf={(index) => String(index + 1)}
      className="paper-map"
      label={t('map.label')}
      caption={
        <figcaption>
          <b>{t('paper.map')}</b>
        </figcaption>
      }
    />
  )
}
