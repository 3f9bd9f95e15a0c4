import type { Schema } from '../../api/boards'
import type { Firm } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CheckBox, TextField } from '../../kit/fields/Field'
import { AddressFields } from '../../records/fields/AddressFields'
import { AttributeGroups, NameFields, OriginFields, SaveNotices } from '../../records/fields/RecordFields'
import { RecordPicker } from '../../records/RecordPicker'
import { SaveBar } from '../../records/SaveBar'
import type { useRecordEditor } from '../../records/useRecordEditor'

type Editor = ReturnType<typeof useRecordEditor<Firm>>

/** Everything that a firm says of itself, group by group, each value with who says it and since when. */
export function FirmEditor({ editor, schema, office }: { editor: Editor; schema: Schema; office: boolean }) {
  const { t } = useWords()
  const { draft, set, errors } = editor
  return (
    <>
      <AttributeGroups
        board="partners"
        schema={schema}
        editor={editor}
        open={3}
        provenance
        extra={{ place: <BuildingField key="building" editor={editor} /> }}
      />
      <details className="card group">
        <summary>
          <h3>{t('group.record')}</h3>
        </summary>
        <div className="grid">
          <NameFields name={draft.name} errors={errors} onChange={(name) => set({ name })} />
          <AddressFields address={draft.address} errors={errors} onChange={(address) => set({ address })} />
          <TextField
            label={t('firm.registrationNumber')}
            value={draft.registrationNumber ?? ''}
            errors={errors.registrationNumber}
            onChange={(event) => set({ registrationNumber: event.target.value })}
          />
          {office ? (
            <OriginFields record={draft} errors={errors} onChange={(change) => set(change)} />
          ) : (
            <CheckBox
              label={t('record.public')}
              checked={draft.public ?? false}
              onChange={(event) => set({ public: event.target.checked })}
            />
          )}
        </div>
      </details>
      <SaveNotices state={editor} schema={schema} />
      <SaveBar editor={editor} />
    </>
  )
}

/**
 * The building that it stands in: choosing one moves the firm there, district and all, since the old place is no longer
 * true.
 */
function BuildingField({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const { draft, set, setValues, errors } = editor
  return (
    <div className="value">
      <RecordPicker
        collection="buildings"
        label={t('firm.building')}
        value={draft.buildingId}
        errors={errors.buildingId}
        onChange={(building) => {
          const { location, district } = building.values
          setValues(
            { ...(location !== undefined && { location }), ...(district !== undefined && { district }) },
            { buildingId: building.id },
          )
        }}
      />
      {draft.buildingId && (
        <Button look={['quiet', 'small']} onClick={() => set({ buildingId: '' })}>
          {t('firm.noBuilding')}
        </Button>
      )}
    </div>
  )
}
