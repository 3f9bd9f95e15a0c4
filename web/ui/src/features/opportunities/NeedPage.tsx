import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { storeOf } from '../../api/records'
import type { Opportunity } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { DeletionDialog } from '../../kit/overlays/DeletionDialog'
import { TextField } from '../../kit/fields/Field'
import { offerUndo } from '../../kit/undo/offer'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { AttributeGroups, SaveNotices } from '../../records/fields/RecordFields'
import { SaveBar } from '../../records/SaveBar'
import { useRecordEditor } from '../../records/useRecordEditor'
import { NeedPreview } from './NeedPreview'

/** One need: what it says on the left, exactly what others will see on the right. */
export default function NeedPage({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: ['opportunities', id],
    queryFn: ({ signal }) => api.get('/api/opportunities/{id}', { path: { id }, signal }),
  })
  if (data) return <Editor need={data} />
  return (
    <div className="page">
      <PageHeading title={t('nav.ownNeeds')} />
      <ProblemNotice error={error} />
      {!error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

function Editor({ need }: { need: Opportunity }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const schema = useSchema('opportunities')
  const [deleting, setDeleting] = useState(false)
  const editor = useRecordEditor<Opportunity>(
    storeOf('opportunities', need.id),
    need,
    (saved) => {
      cache.setQueryData(['opportunities', need.id], saved)
      void cache.invalidateQueries({ queryKey: ['opportunities', 'of'] })
    },
    t('need.source'),
  )
  const { draft, set, errors } = editor
  const publish = () => {
    const next = { ...draft, public: !draft.public }
    set({ public: next.public })
    void editor.save(next)
  }
  return (
    <div className="page with-save-bar">
      <div className="page-head">
        <div>
          <PageHeading title={text(need.name) || t('need.unnamed')} />
          <p>
            <span className={`tag ${need.public ? 'published' : ''}`}>
              {t(need.public ? 'need.published' : 'need.draft')}
            </span>
          </p>
        </div>
        <div className="row">
          <Button look="danger" onClick={() => setDeleting(true)}>
            {t('delete')}
          </Button>
          <Button look={draft.public ? [] : 'primary'} disabled={Boolean(editor.busy)} onClick={publish}>
            {t(draft.public ? 'need.unpublish' : 'need.publish')}
          </Button>
        </div>
      </div>
      <div className="columns">
        <div className="stacked">
          <section className="card">
            <h2 className="visually-hidden">{t('need.says')}</h2>
            <TextField
              label={t('need.name')}
              hint={t('need.nameHint')}
              value={text(draft.name)}
              errors={errors.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </section>
          <AttributeGroups board="opportunities" schema={schema} editor={editor} open={3} />
        </div>
        <NeedPreview need={draft} schema={schema} />
      </div>
      <SaveNotices state={editor} schema={schema} />
      <SaveBar editor={editor} />
      {deleting && <Deletion need={draft} onClose={() => setDeleting(false)} />}
    </div>
  )
}

function Deletion({ need, onClose }: { need: Opportunity; onClose: () => void }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const restore = async () => {
    await api.put('/api/opportunities/{id}', { path: { id: need.id }, body: need })
    await cache.invalidateQueries({ queryKey: ['opportunities'] })
  }
  const remove = async () => {
    await api.delete('/api/opportunities/{id}', { path: { id: need.id }, version: need.version })
    go('/needs')
    offerUndo({ text: t('undo.deleted', { name: text(need.name) }), undo: restore, href: `/needs/${need.id}` })
    await cache.invalidateQueries({ queryKey: ['opportunities', 'of'] })
  }
  return (
    <DeletionDialog title={t('need.delete')} onDelete={remove} onClose={onClose}>
      {t('demand.deleteText', { name: text(need.name) })}
    </DeletionDialog>
  )
}
