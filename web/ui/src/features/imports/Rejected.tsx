import { useWords } from '../../i18n/i18n'
import type { Contents, Plan, Report } from './useUpload'
import { TableScroll } from '../../kit/TableScroll'

const shown = 200

type Cells = NonNullable<Plan['cells']>

/** The cells that were not understood, each with its reason; a trial's can be mended in place. */
export function Rejected({
  report,
  contents,
  columns,
  cells,
  fixed,
  onCells,
}: {
  report: Report
  contents: Contents
  columns: NonNullable<Plan['columns']>
  cells: Cells
  /** Nothing can be mended any more. */
  fixed: boolean
  onCells: (cells: Cells) => void
}) {
  const { t, text, format } = useWords()
  const { rejected } = report
  const theirsOf = (column: string) =>
    contents.columns.find(({ theirs }) => theirs === column)?.theirs ??
    contents.columns.find(({ theirs, ours }) => (columns[theirs] ?? ours) === column)?.theirs
  const mend = (line: number, theirs: string, value: string) =>
    onCells({ ...cells, [line]: { ...cells[line], [theirs]: value } })
  return (
    <TableScroll label={t('import.rejected')}>
      <table className="table">
        <caption className="visually-hidden">{t('import.rejected')}</caption>
        <thead>
          <tr>
            {['line', 'column', 'value', 'message'].map((key) => (
              <th key={key} scope="col">
                {t(`import.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rejected.slice(0, shown).map(({ line, column, value, message }, index) => {
            const theirs = column ? theirsOf(column) : undefined
            return (
              <tr key={index}>
                <td className="nums">{format.number(line)}</td>
                <td>{theirs ?? text(column)}</td>
                <td>
                  {theirs === undefined || fixed ? (
                    value
                  ) : (
                    <input
                      className="input"
                      aria-label={t('import.mend', { line, column: theirs })}
                      value={cells[line]?.[theirs] ?? value}
                      onChange={(event) => mend(line, theirs, event.target.value)}
                    />
                  )}
                </td>
                <td>{message}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rejected.length > shown && (
        <p className="meta">{t('import.moreRejected', { count: format.number(rejected.length - shown) })}</p>
      )}
    </TableScroll>
  )
}
