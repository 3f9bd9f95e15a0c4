import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { storeOf } from '../../api/records'
import type { Centre } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { TextField } from '../../kit/fields/Field'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { AddressFields } from '../../records/fields/AddressFields'
import { Completeness } from '../../records/facts/Completeness'
import { Questions } from '../../records/facts/Questions'
import { Provenance } from '../../records/facts/Provenance'
import { AttributeGroups, NameFields, OriginFields, SaveNotices } from '../../records/fields/RecordFields'
import { SaveBar } from '../../records/SaveBar'
import { useRecordEditor } from '../../records/useRecordEditor'
import { Seekers } from './Seekers'

/** One R&D centre, for the office. */
export default function CentrePage({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: ['centres', id],
    queryFn: ({ signal }) => api.get('/api/centres/{id}', { path: { id }, signal }),
  })
  if (data) return <Editor centre={data} />
  return (
    <div className="page">
      <PageHeading title={t('nav.centres')} />
      <ProblemNotice error={error} />
      {!error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

function Editor({ centre }: { centre: Centre }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const schema = useSchema('research')
  const editor = useRecordEditor<Centre>(
    storeOf('centres', centre.id),
    centre,
    (saved) => cache.setQueryData(['centres', centre.id], saved),
    t('record.officeSource'),
  )
  const { draft, set, errors } = editor
  return (
    <div className="page with-save-bar">
      <div>
        <PageHeading title={text(centre.name) || centre.id} />
        <p className="meta">
          {text(centre.address)} {centre.sample && <span className="tag sample">{t('sample')}</span>}
        </p>
      </div>
      <Questions record={draft} own={false} schema={schema} onConfirm={editor.confirm} />
      <Completeness record={draft} schema={schema} />
      <AttributeGroups
        board="research"
        attributes={schema.attributes}
        values={draft.values}
        errors={errors}
        onChange={editor.setValue}
        open={3}
        below={(code) => (
          <Provenance record={draft} attribute={schema.byCode.get(code)!} onConfirm={() => void editor.confirm(code)} />
        )}
      />
      <details className="card group" open>
        <summary>
          <h3>{t('group.record')}</h3>
        </summary>
        <div className="grid">
          <NameFields name={draft.name} errors={errors} onChange={(name) => set({ name })} />
          <AddressFields address={draft.address} errors={errors} onChange={(address) => set({ address })} />
          <TextField
            label={t('centre.validTo')}
            hint={t('centre.validToHint')}
            type="date"
            value={draft.validTo ?? ''}
            errors={errors.validTo}
            onChange={(event) => set({ validTo: event.target.value })}
          />
          <OriginFields record={draft} errors={errors} onChange={(change) => set(change)} />
        </div>
      </details>
      <Seekers centre={centre} />
      <SaveNotices state={editor} schema={schema} />
      <SaveBar editor={editor} />
    </div>
  )
}
