import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { taxonomiesQuery } from '../../api/boards'
import { at, request } from '../../api/client'
import type { Page, Taxonomy, Term } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { SelectField, TextField } from '../../kit/Field'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { TermForm } from './TermForm'
import { withTerm } from './terms'

const shown = 200

/** The codes and their words, for admins: a code may be moved, and never taken away. */
export default function TaxonomiesPage() {
  const { t, text } = useWords()
  const { data, error } = useQuery({ ...taxonomiesQuery(), select: (page: Page<Taxonomy>) => page.items })
  const [id, setId] = useState('capabilities')
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<Term>()
  const taxonomy = data?.find((entry) => entry.id === id)
  const wanted = typed.toLowerCase()
  const found = taxonomy?.terms.filter((term) => [term.code, ...Object.values(term.label), ...term.synonyms].some((word) => word.toLowerCase().includes(wanted))) ?? []
  return (
    <div className="page">
      <div className="page-head"><PageHeading title={t('nav.taxonomies')} /><Button look="primary" onClick={() => setEditing({ code: '', label: {}, synonyms: [], industries: [] })}>{t('taxonomy.add')}</Button></div>
      <ProblemNotice error={error} />
      <div className="grid">
        <SelectField label={t('taxonomy.which')} value={id} options={(data ?? []).map((entry) => ({ value: entry.id, label: t(`taxonomy.${entry.id}`) }))} onChange={(event) => setId(event.target.value)} />
        <TextField label={t('search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <ul className="card rows term-rows">
        {found.slice(0, shown).map((term) => (
          <li key={term.code} style={{ paddingInlineStart: `${(term.code.split('/').length - 1) * 16}px` }}>
            <button type="button" className="match-open" onClick={() => setEditing(term)}>{text(term.label)}</button>
            <span className="meta">{term.code}{term.movedTo && ` → ${term.movedTo}`}</span>
          </li>
        ))}
        {taxonomy && found.length === 0 && <li>{t('nothingFound')}</li>}
      </ul>
      {found.length > shown && <p className="meta">{t('taxonomy.more', { count: found.length - shown })}</p>}
      {editing && taxonomy && <Editing key={`${id} ${editing.code}`} taxonomy={taxonomy} term={editing} onClose={() => setEditing(undefined)} />}
    </div>
  )
}

function Editing({ taxonomy, term, onClose }: { taxonomy: Taxonomy; term: Term; onClose: () => void }) {
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>()
  const save = (next: Term) => request<Taxonomy>(at('taxonomies', taxonomy.id), { method: 'PUT', version: taxonomy.version, body: { terms: withTerm(taxonomy.terms, next) } }).then(
    async () => {
      await cache.invalidateQueries({ queryKey: ['taxonomies'] })
      onClose()
    }, setError)
  return <TermForm taxonomy={taxonomy} term={term} error={error} onSave={(next) => void save(next)} onClose={onClose} />
}
