import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { TableScroll } from '../kit/TableScroll'
import { changeOf, type Line } from './draft'
import type { EditedTable, RowErrors } from './types'

/** The rows, each with what the next version does to it. */
export function RowTable<Row extends object, Preview>({
  table,
  lines,
  errors,
  onChange,
  onRemove,
  onRestore,
}: {
  table: EditedTable<Row, Preview>
  lines: Line<Row>[]
  errors: ReadonlyMap<number, RowErrors>
  onChange: (id: number) => void
  onRemove: (id: number) => void
  onRestore: (id: number) => void
}) {
  const { t } = useWords()
  const { words } = table
  return (
    <TableScroll label={t(`${words}.rules`)}>
      <table className="table dated-table">
        <thead>
          <tr>
            {table.columns.map((name) => (
              <th key={name} scope="col">
                {t(`${words}.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const row = line.row ?? line.origin!
            const change = changeOf(line)
            const name = table.nameOf(row)
            const wrong = Object.entries(errors.get(line.id) ?? {})
            return (
              <tr key={line.id} className={change}>
                {table.cells(row)}
                <td>
                  {change !== 'same' && <span className="table-change">{t(`datedTable.${change}`)}</span>}
                  {wrong.map(([field, messages]) => (
                    <span key={field} className="error">
                      {t('datedTable.field', { name: t(`${words}.${field}`), value: messages.join(' ') })}
                    </span>
                  ))}
                  <div className="row">
                    {line.row && (
                      <>
                        <Button
                          look="small"
                          aria-label={t('datedTable.changeOf', { name })}
                          onClick={() => onChange(line.id)}
                        >
                          {t('datedTable.change')}
                        </Button>
                        <Button
                          look="small"
                          aria-label={t('datedTable.removeOf', { name })}
                          onClick={() => onRemove(line.id)}
                        >
                          {t('datedTable.remove')}
                        </Button>
                      </>
                    )}
                    {line.origin && change !== 'same' && (
                      <Button
                        look="small"
                        aria-label={t('datedTable.restoreOf', { name })}
                        onClick={() => onRestore(line.id)}
                      >
                        {t('datedTable.restore')}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}
