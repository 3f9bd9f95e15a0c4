import { useState } from 'react'
import { useSchema } from '../../api/boards'
import { api, ProblemError } from '../../api/client'
import { storeOf } from '../../api/records'
import type { Building, Named } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { ProblemNotice } from '../../kit/Notice'
import { AddressFields } from '../../records/fields/AddressFields'
import { AttributeGroups, NameFields, OriginFields, SaveNotices } from '../../records/fields/RecordFields'
import { useRecordEditor } from '../../records/useRecordEditor'
import { WaiverFields } from '../../uses/WaiverFields'

export function BuildingForm({
  building,
  onSaved,
  onClose,
}: {
  building: Building
  onSaved: (building: Building) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const schema = useSchema('sites')
  const editor = useRecordEditor<Building>(storeOf('buildings', building.id), building, onSaved)
  const { draft, set, errors } = editor
  return (
    <Dialog
      side
      title={t('building.edit')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button look="primary" disabled={!editor.dirty || editor.busy} onClick={() => void editor.save()}>
          {t('save')}
        </Button>
      }
    >
      <SaveNotices state={editor} schema={schema} />
      <div className="grid">
        <NameFields name={draft.name} errors={errors} onChange={(name) => set({ name })} />
        <AddressFields address={draft.address} errors={errors} onChange={(address) => set({ address })} />
        <OriginFields record={draft} errors={errors} onChange={(change) => set(change)} />
      </div>
      <AttributeGroups board="sites" schema={schema} editor={editor} />
      <WaiverFields waivers={draft.waivers} errors={errors} onChange={(waivers) => set({ waivers })} />
    </Dialog>
  )
}

export function NewBuilding({ onSaved, onClose }: { onSaved: (building: Building) => void; onClose: () => void }) {
  const { t } = useWords()
  const [name, setName] = useState<Named>({})
  const [error, setError] = useState<unknown>()
  const errors = error instanceof ProblemError ? (error.problem.errors ?? {}) : {}
  const save = () => api.post('/api/buildings', { body: { name, values: {}, public: false } }).then(onSaved, setError)
  return (
    <Dialog
      title={t('building.create')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={() => void save()}>
          {t('building.create')}
        </Button>
      }
    >
      <ProblemNotice error={error} />
      <NameFields name={name} errors={errors} onChange={setName} />
    </Dialog>
  )
}
