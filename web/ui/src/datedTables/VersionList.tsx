import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { ProblemNotice } from '../kit/Notice'
import { TableScroll } from '../kit/TableScroll'
import { daysOf } from '../uses/Gates'
import type { EditedTable, TableHistory } from './types'

/** Every version: when it holds, who published it and why, and what differs from the one before it. */
export function VersionList<Row extends object, Preview>({
  table,
  history,
  base,
  onBase,
}: {
  table: EditedTable<Row, Preview>
  history: TableHistory
  /** The one on which the next version is built. */
  base: number | undefined
  onBase: (number: number) => void
}) {
  const words = useWords()
  const { t } = words
  const [open, setOpen] = useState<number>()
  return (
    <section className="card" aria-labelledby="table-versions">
      <h2 id="table-versions">{t('datedTable.versions')}</h2>
      <ol className="table-versions">
        {history.items.map((version) => (
          <li key={version.number}>
            <h3>
              {version.number === 0 ? t('datedTable.shipped') : t('datedTable.version', { ...version })}{' '}
              <span className="meta">
                {version.replaced ? t('datedTable.replaced') : daysOf(version, words) || t('datedTable.always')}
                {version.number === history.today && ` · ${t('datedTable.today')}`}
              </span>
            </h3>
            {version.note && <p>{version.note}</p>}
            {version.by && version.at && (
              <p className="meta">{t('datedTable.by', { who: version.by, at: words.format.instant(version.at) })}</p>
            )}
            <p className="meta">
              {t(`${table.words}.rows`, { count: version.rows })}
              {version.number > 0 && ` · ${t('datedTable.changes', { ...version })}`}
            </p>
            <div className="row">
              {version.number > 0 && (
                <Button
                  look="small"
                  aria-expanded={open === version.number}
                  onClick={() => setOpen(open === version.number ? undefined : version.number)}
                >
                  {t('datedTable.differences', { number: version.number })}
                </Button>
              )}
              <a className="button small" href={table.file(version.number)} download>
                {t('datedTable.file', { number: version.number })}
              </a>
              {version.number !== base && (
                <Button look="small" onClick={() => onBase(version.number)}>
                  {t('datedTable.startFrom', { number: version.number })}
                </Button>
              )}
            </div>
            {open === version.number && <Differences table={table} number={version.number} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Differences<Row extends object, Preview>({
  table,
  number,
}: {
  table: EditedTable<Row, Preview>
  number: number
}) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: [table.words, number],
    queryFn: ({ signal }) => table.get(number, signal),
  })
  if (!data) return <ProblemNotice error={error} />
  if (data.differences.length === 0) return <p className="meta">{t('datedTable.none')}</p>
  const label = t('datedTable.differences', { number })
  return (
    <TableScroll label={label}>
      <table className="table dated-table">
        <tbody>
          {data.differences.map(({ before, after }, index) => (
            <Fragment key={index}>
              {before && (
                <tr className="removed">
                  <th scope="row">{t(after ? 'datedTable.before' : 'datedTable.removed')}</th>
                  {table.cells(before)}
                </tr>
              )}
              {after && (
                <tr>
                  <th scope="row">{t(before ? 'datedTable.after' : 'datedTable.added')}</th>
                  {table.cells(after)}
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
