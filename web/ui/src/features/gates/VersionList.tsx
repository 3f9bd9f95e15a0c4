import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useSchema } from '../../api/boards'
import { api, linkTo, type Schemas } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { ProblemNotice } from '../../kit/Notice'
import { TableScroll } from '../../kit/TableScroll'
import { daysOf } from '../../uses/Gates'
import { Cells } from './RowTable'
import { useGateWords } from './words'

/** Every version: when it holds, who published it and why, and what differs from the one before it. */
export function VersionList({
  history,
  base,
  onBase,
}: {
  history: Schemas['GateHistory']
  /** The one on which the next version is built. */
  base: number | undefined
  onBase: (number: number) => void
}) {
  const words = useWords()
  const { t } = words
  const [open, setOpen] = useState<number>()
  return (
    <section className="card" aria-labelledby="gate-versions">
      <h2 id="gate-versions">{t('gateTable.versions')}</h2>
      <ol className="gate-versions">
        {history.items.map((version) => (
          <li key={version.number}>
            <h3>
              {version.number === 0 ? t('gateTable.shipped') : t('gateTable.version', { number: version.number })}{' '}
              <span className="meta">
                {version.replaced ? t('gateTable.replaced') : daysOf(version, words) || t('gateTable.always')}
                {version.number === history.today && ` · ${t('gateTable.today')}`}
              </span>
            </h3>
            {version.note && <p>{version.note}</p>}
            {version.by && version.at && (
              <p className="meta">{t('gateTable.by', { who: version.by, at: words.format.instant(version.at) })}</p>
            )}
            <p className="meta">
              {t('gateTable.rows', { count: version.rows })}
              {version.number > 0 && ` · ${t('gateTable.changes', { ...version })}`}
            </p>
            <div className="row">
              {version.number > 0 && (
                <Button
                  look="small"
                  aria-expanded={open === version.number}
                  onClick={() => setOpen(open === version.number ? undefined : version.number)}
                >
                  {t('gateTable.differences', { number: version.number })}
                </Button>
              )}
              <a
                className="button small"
                href={linkTo('/api/gates/{number}.csv', { path: { number: version.number } })}
                download
              >
                {t('gateTable.file', { number: version.number })}
              </a>
              {version.number !== base && (
                <Button look="small" onClick={() => onBase(version.number)}>
                  {t('gateTable.startFrom', { number: version.number })}
                </Button>
              )}
            </div>
            {open === version.number && <Differences number={version.number} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Differences({ number }: { number: number }) {
  const { t } = useWords()
  const words = useGateWords(useSchema('sites'))
  const { data, error } = useQuery({
    queryKey: ['gates', number],
    queryFn: ({ signal }) => api.get('/api/gates/{number}', { path: { number }, signal }),
  })
  if (!data) return <ProblemNotice error={error} />
  if (data.differences.length === 0) return <p className="meta">{t('gateTable.none')}</p>
  const label = t('gateTable.differences', { number })
  return (
    <TableScroll label={label}>
      <table className="table gate-table">
        <tbody>
          {data.differences.map(({ before, after }, index) => (
            <Fragment key={index}>
              {before && (
                <tr className="removed">
                  <th scope="row">{t(after ? 'gateTable.before' : 'gateTable.removed')}</th>
                  <Cells row={before} words={words} />
                </tr>
              )}
              {after && (
                <tr>
                  <th scope="row">{t(before ? 'gateTable.after' : 'gateTable.added')}</th>
                  <Cells row={after} words={words} />
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
