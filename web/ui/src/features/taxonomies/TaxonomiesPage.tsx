import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { taxonomiesQuery } from '../../api/boards'
import { api } from '../../api/client'
import type { Taxonomy, Term } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { findCodes } from '../../kit/fields/codes'
import { SelectField, TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { MoveTerm } from './MoveTerm'
import { TermForm } from './TermForm'
import { TermTree } from './TermTree'
import { pruned, treeOf, withMove, withTerm, withWords } from './terms'

/** The words that tags are made of, for the operator. */
export default function TaxonomiesPage() {
  const { t } = useWords()
  const { data, error } = useQuery({ ...taxonomiesQuery(), staleTime: 0 })
  const [id, setId] = useState('capabilities')
  const items = data?.items ?? []
  const chosen = items.find((taxonomy) => taxonomy.id === id) ?? items[0]
  return (
    <div className="page">
      <PageHeading title={t('nav.taxonomies')} />
      <ProblemNotice error={error} />
      {chosen && (
        <SelectField
          label={t('taxonomy.which')}
          value={chosen.id}
          options={items.map((taxonomy) => ({
            value: taxonomy.id,
            label: t(`taxonomy.of.${taxonomy.id}`, { defaultValue: taxonomy.id }),
          }))}
          onChange={(event) => setId(event.target.value)}
        />
      )}
      {chosen && <Editor key={chosen.id} taxonomy={chosen} />}
    </div>
  )
}

type Open = { edit: Term } | { below: string } | { move: Term }

function Editor({ taxonomy }: { taxonomy: Taxonomy }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Open>()
  const { save, saved, error } = useSaving(taxonomy, () => setOpen(undefined))
  const { terms } = taxonomy
  const branches = useMemo(() => {
    const tree = treeOf(terms)
    return typed.trim() ? pruned(tree, new Set(findCodes(terms, typed).map(({ code }) => code))) : tree
  }, [terms, typed])
  return (
    <>
      <div className="page-head">
        <TextField label={t('search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button onClick={() => setOpen({ below: '' })}>{t('taxonomy.add')}</Button>
      </div>
      {saved && <Notice look="ok">{t('saved')}</Notice>}
      {!open && <ProblemNotice error={error} />}
      <section className="card">
        {branches.length === 0 ? (
          <p>{t('nothingFound')}</p>
        ) : (
          <TermTree
            branches={branches}
            terms={terms}
            open={typed.trim() !== ''}
            onEdit={(edit) => setOpen({ edit })}
            onAdd={(below) => setOpen({ below })}
            onMove={(move) => setOpen({ move })}
          />
        )}
      </section>
      {open && 'edit' in open && (
        <TermForm
          term={open.edit}
          terms={terms}
          error={error}
          onClose={() => setOpen(undefined)}
          onSave={(term) => void save(withWords(terms, term))}
        />
      )}
      {open && 'below' in open && (
        <TermForm
          below={open.below}
          terms={terms}
          error={error}
          onClose={() => setOpen(undefined)}
          onSave={(term) => void save(withTerm(terms, term))}
        />
      )}
      {open && 'move' in open && (
        <MoveTerm
          term={open.move}
          terms={terms}
          error={error}
          onClose={() => setOpen(undefined)}
          onMove={(movedTo) => void save(withMove(terms, open.move.code, movedTo))}
        />
      )}
    </>
  )
}

/** The whole list goes back at once; where somebody was faster, theirs is read and nothing of it is lost. */
function useSaving(taxonomy: Taxonomy, done: () => void) {
  const cache = useQueryClient()
  const { run, saved, error } = useSave()
  const refresh = () => cache.invalidateQueries({ queryKey: ['taxonomies'] })
  const put = async (terms: Term[]) => {
    await api.put('/api/taxonomies/{id}', {
      path: { id: taxonomy.id },
      body: { id: taxonomy.id, terms },
      version: taxonomy.version,
    })
    await refresh()
    done()
  }
  return { save: (terms: Term[]) => run(() => put(terms), refresh), saved, error }
}
