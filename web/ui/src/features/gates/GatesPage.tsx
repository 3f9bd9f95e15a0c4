import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice, Said } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { mayClose } from '../../kit/unsaved/useUnsavedGuard'
import { GateEditor } from './GateEditor'
import './gates.css'
import { VersionList } from './VersionList'

/** The rules of plans and leases by which uses are judged, for the operator: versions that follow one another. */
export default function GatesPage() {
  const { t } = useWords()
  const cache = useQueryClient()
  const history = useQuery({
    queryKey: ['gates'],
    staleTime: 0,
    queryFn: ({ signal }) => api.get('/api/gates', { signal }),
  })
  const [base, setBase] = useState<number>()
  const [published, setPublished] = useState<number>()
  const last = history.data?.items[0]?.number
  // A version that a colleague publishes meanwhile takes nobody's draft away.
  if (base === undefined && last !== undefined) setBase(last)
  const { data: basis, error } = useQuery({
    queryKey: ['gates', base],
    enabled: base !== undefined,
    queryFn: ({ signal }) => api.get('/api/gates/{number}', { path: { number: base! }, signal }),
  })
  const read = () => cache.invalidateQueries({ queryKey: ['gates'] })
  return (
    <div className="page">
      <PageHeading title={t('nav.gates')} />
      <p className="meta">{t('gateTable.about')}</p>
      <ProblemNotice error={history.error ?? error} />
      {published !== undefined && <Said>{t('gateTable.published', { number: published })}</Said>}
      {basis && last !== undefined && (
        <GateEditor
          key={basis.version.number}
          basis={basis}
          last={last}
          onStale={read}
          onPublished={(number) => {
            setBase(number)
            setPublished(number)
            // A verdict that a new rule turned is on every page.
            void cache.invalidateQueries()
          }}
        />
      )}
      {history.data && (
        <VersionList
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
