import { useState } from 'react'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { spacePath, storeOfSpace } from '../../api/records'
import type { Space, SpaceStatus } from '../../api/types'
import { HoldTools } from '../../holds/HoldTools'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { Segments, TextField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { unitName } from '../../matches/list/names'
import { AttributeGroups, OriginFields, SaveNotices } from '../../records/fields/RecordFields'
import { useRecordEditor } from '../../records/useRecordEditor'
import { Uses } from '../../uses/Uses'
import { WaiverFields } from '../../uses/WaiverFields'

/** One space; `version` 0 makes it new. */
export function SpaceForm({
  space,
  onSaved,
  onClose,
}: {
  space: Space
  onSaved: (space: Space) => void
  onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const schema = useSchema('sites')
  const editor = useRecordEditor(storeOfSpace(space.id), space, onSaved)
  const { draft, set, errors } = editor
  const isNew = space.version === 0
  return (
    <Dialog
      side
      inAddress={!isNew}
      title={isNew ? t('space.create') : unitName(space, words) || space.id}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          {!isNew && <DeleteSpace space={draft} onDeleted={onClose} onSaved={onSaved} />}
          <Button look="primary" disabled={!editor.dirty || editor.busy} onClick={() => void editor.save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <SaveNotices state={editor} schema={schema} />
      {!isNew && (
        <HoldTools
          space={space}
          onDone={() => {
            onSaved(space)
            onClose()
          }}
        />
      )}
      <Segments
        label={t('space.status')}
        value={draft.status ?? 'vacant'}
        options={(['vacant', 'held', 'let'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => set({ status: status as SpaceStatus })}
      />
      <div className="grid">
        <TextField
          label={t('space.unit')}
          value={draft.unit ?? ''}
          errors={errors.unit}
          onChange={(event) => set({ unit: event.target.value })}
        />
        <TextField
          label={t('space.position')}
          hint={t('space.positionHint')}
          type="number"
          step={1}
          value={draft.position ?? ''}
          errors={errors.position}
          onChange={(event) => set({ position: event.target.value === '' ? '' : Number(event.target.value) })}
        />
        <OriginFields record={draft} errors={errors} onChange={(change) => set(change)} />
      </div>
      <AttributeGroups board="sites" schema={schema} editor={editor} />
      <WaiverFields ofSpace waivers={draft.waivers} errors={errors} onChange={(waivers) => set({ waivers })} />
      {!isNew && (
        <section className="card">
          <h3>{t('gates.title')}</h3>
          <Uses id={space.id} schema={schema} />
        </section>
      )}
    </Dialog>
  )
}

function DeleteSpace({
  space,
  onDeleted,
  onSaved,
}: {
  space: Space
  onDeleted: () => void
  onSaved: (space: Space) => void
}) {
  const { t } = useWords()
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<unknown>()
  const remove = () =>
    api
      .delete('/api/buildings/{building}/spaces/{space}', { path: spacePath(space.id), version: space.version })
      .then(() => {
        onSaved(space)
        onDeleted()
      }, setError)
  if (!asked)
    return (
      <Button look="danger" onClick={() => setAsked(true)}>
        {t('delete')}
      </Button>
    )
  return (
    <div className="row" role="group" aria-label={t('space.deleteAsk')}>
      <ProblemNotice error={error} />
      <span>{t('space.deleteAsk')}</span>
      <Button onClick={() => setAsked(false)}>{t('cancel')}</Button>
      <Button look="danger" onClick={() => void remove()}>
        {t('space.deleteYes')}
      </Button>
    </div>
  )
}
