import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../i18n/i18n'
import { ProblemNotice, Said } from '../kit/Notice'
import { PageHeading } from '../kit/PageHeading'
import { mayClose } from '../kit/unsaved/useUnsavedGuard'
import './datedTables.css'
import { TableEditor } from './TableEditor'
import type { EditedTable } from './types'
import { VersionList } from './VersionList'

/** A table that the operator edits as versions that follow one another. */
export function TablePage<Row extends object, Preview>({ table }: { table: EditedTable<Row, Preview> }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const history = useQuery({
    queryKey: [table.words],
    staleTime: 0,
    queryFn: ({ signal }) => table.list(signal),
  })
  const [base, setBase] = useState<number>()
  const [published, setPublished] = useState<number>()
  const last = history.data?.items[0]?.number
  // A version that a colleague publishes meanwhile takes nobody's draft away.
  if (base === undefined && last !== undefined) setBase(last)
  const { data: basis, error } = useQuery({
    queryKey: [table.words, base],
    enabled: base !== undefined,
    queryFn: ({ signal }) => table.get(base!, signal),
  })
  const read = () => cache.invalidateQueries({ queryKey: [table.words] })
  return (
    <div className="page">
      <PageHeading title={table.title} />
      <p className="meta">{t(`${table.words}.about`)}</p>
      <ProblemNotice error={history.error ?? error} />
      {published !== undefined && <Said>{t('datedTable.published', { number: published })}</Said>}
      {basis && last !== undefined && (
        <TableEditor
          key={basis.version.number}
          table={table}
          basis={basis}
          last={last}
          onStale={read}
          onPublished={(number) => {
            setBase(number)
            setPublished(number)
            // What a new version turns is on every page.
            void cache.invalidateQueries()
          }}
        />
      )}
      {history.data && (
        <VersionList
          table={table}
          history={history.data}
          base={base}
          onBase={(number) => {
            if (!mayClose(undefined)) return
            setPublished(undefined)
            setBase(number)
          }}
        />
      )}
    </div>
  )
}
