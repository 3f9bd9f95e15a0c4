import { useSearchParams } from 'wouter'
import { useWords } from '../../i18n/i18n'
import { Button } from '../Button'
import { DataTable, type Rows } from './DataTable'

/** One page of the rows behind a number; the next one is at an address of its own, by its `after`. */
export function PagedTable({
  title,
  head,
  rows,
  next,
  none,
}: {
  title: string
  head: string[]
  rows: Rows
  /** Where the next page begins; undefined: this is the last one. */
  next: string | null | undefined
  /** What is said where there are no rows. */
  none: string
}) {
  const { t } = useWords()
  const [, setSearch] = useSearchParams()
  return (
    <>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <section className="card">
          <DataTable title={title} head={head} rows={rows} />
        </section>
      )}
      {next && (
        <Button
          onClick={() =>
            setSearch((before) => {
              before.set('after', next)
              return before
            })
          }
        >
          {t('figures.list.next')}
        </Button>
      )}
    </>
  )
}
