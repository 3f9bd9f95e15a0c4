import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextField } from '../../kit/fields/Field'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { useDebounced } from '../../kit/useDebounced'
import { EnterpriseForm } from './EnterpriseForm'

export default function EnterprisesPage() {
  const { t, text } = useWords()
  const [, go] = useLocation()
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const [creating, setCreating] = useState(false)
  const q = useDebounced(typed)
  const { data, error } = useQuery({
    queryKey: ['enterprises', 'search', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/enterprises', { query: { q, limit: 100 }, signal }),
  })
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('nav.enterprises')} />
        <Button look="primary" onClick={() => setCreating(true)}>
          {t('enterprise.create')}
        </Button>
      </div>
      <TextField label={t('search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <ProblemNotice error={error} />
      <ul className="card rows">
        {data?.items.map((enterprise) => (
          <li key={enterprise.id}>
            <Link href={`/enterprises/${enterprise.id}`}>{text(enterprise.name) || enterprise.id}</Link>
            <span className="meta">
              {enterprise.industry && t(`industry.${enterprise.industry}`, { defaultValue: enterprise.industry })}
              {enterprise.confidential && <> · {t('enterprise.confidential')}</>}{' '}
              {enterprise.sample && <span className="tag sample">{t('sample')}</span>}
            </span>
          </li>
        ))}
        {data?.items.length === 0 && <li>{t('nothingFound')}</li>}
      </ul>
      {creating && (
        <EnterpriseForm
          onClose={() => setCreating(false)}
          onSaved={(saved) => {
            void cache.invalidateQueries({ queryKey: ['enterprises'] })
            go(`/enterprises/${saved.id}`)
          }}
        />
      )}
    </div>
  )
}
