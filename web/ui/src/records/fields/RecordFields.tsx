import type { ReactNode } from 'react'
import type { Schema } from '../../api/boards'
import type { BoardCode, BoardRecord, Named, Space, Value } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { DayField } from '../../kit/days/DayField'
import { CheckBox, TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import type { Conflict } from '../conflict'
import { boards } from '../../kinds/boards'
import { Provenance } from '../facts/Provenance'
import { grouped } from './grouped'
import { ValueField } from './ValueField'

/** What the fields of values need of a record's editor. */
interface ValueEditor {
  draft: (BoardRecord | Space) & { inherited?: Record<string, Value> }
  errors: Record<string, string[]>
  setValue: (code: string, value: Value | undefined) => void
  confirm: (code: string) => unknown
}

/** Every attribute by group; an empty field is unknown. */
export function AttributeGroups({
  board,
  schema,
  editor,
  provenance,
  extra,
  open = 2,
}: {
  board: BoardCode
  schema: Schema
  editor: ValueEditor
  /** Under each field stands who says so and since when; an old value can be confirmed. */
  provenance?: true
  /** Fields that a group has beside its attributes. */
  extra?: Record<string, ReactNode>
  /** How many groups stand open at first. */
  open?: number
}) {
  const { draft, errors } = editor
  const { values, inherited } = draft
  const { t } = useWords()
  return grouped(schema.attributes, board).map(({ key, attributes: members }, index) => (
    <details key={key} className="card group" open={index < open}>
      <summary>
        <h3>{t(`group.${key}`)}</h3>
        <span className="meta nums">
          {t('group.known', { known: members.filter(({ code }) => code in values).length, all: members.length })}
        </span>
      </summary>
      <div className="grid">
        {members.map((attribute) => (
          <div
            key={attribute.code}
            id={valueId(attribute.code)}
            className={attribute.kind === 'use' || attribute.kind === 'tags' ? 'value wide' : 'value'}
          >
            <ValueField
              attribute={attribute}
              value={values[attribute.code]}
              inherited={inherited?.[attribute.code]}
              dated={boards[board].datedTags?.includes(attribute.code) ?? false}
              errors={errors[`values.${attribute.code}`]}
              onChange={(value) => editor.setValue(attribute.code, value)}
            />
            {provenance && (
              <Provenance record={draft} attribute={attribute} onConfirm={() => void editor.confirm(attribute.code)} />
            )}
          </div>
        ))}
        {extra?.[key]}
      </div>
    </details>
  ))
}

/** Where a value's field stands on the page. */
const valueId = (code: string) => `value-${code}`

/** Opens the group of a value and puts the cursor into its field. */
export function goToValue(code: string) {
  const field = document.getElementById(valueId(code))
  field?.closest('details')?.setAttribute('open', '')
  field?.querySelector<HTMLElement>('input, select')?.focus()
}

interface Origin {
  verifiedOn?: string
  source?: string
  public?: boolean
}

export function OriginFields({
  record,
  errors,
  onChange,
}: {
  record: Origin
  errors: Record<string, string[]>
  onChange: (change: Origin) => void
}) {
  const { t } = useWords()
  return (
    <>
      <DayField
        label={t('record.verifiedOn')}
        value={record.verifiedOn ?? ''}
        errors={errors.verifiedOn}
        hint={t('record.verifiedHint')}
        onChange={(day) => onChange({ verifiedOn: day })}
      />
      <TextField
        label={t('record.source')}
        value={record.source ?? ''}
        errors={errors.source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      <CheckBox
        label={t('record.public')}
        checked={record.public ?? false}
        onChange={(event) => onChange({ public: event.target.checked })}
      />
    </>
  )
}

export function NameFields({
  name,
  errors,
  onChange,
}: {
  name: Named | undefined
  errors: Record<string, string[]>
  onChange: (name: Named) => void
}) {
  const { t } = useWords()
  const texts = typeof name === 'string' ? { en: name } : (name ?? {})
  return (['zhHant', 'zhHans', 'en'] as const).map((field) => (
    <TextField
      key={field}
      label={t(`record.name.${field}`)}
      value={texts[field] ?? ''}
      errors={errors[`name.${field}`] ?? (field === 'zhHant' ? errors.name : undefined)}
      onChange={(event) => {
        const next = { ...texts, [field]: event.target.value }
        if (!event.target.value) delete next[field]
        onChange(next)
      }}
    />
  ))
}

export function SaveNotices({
  state,
  schema,
}: {
  state: { error?: unknown; conflict?: Conflict | undefined; saved?: boolean }
  schema: Schema
}) {
  const { t, text, format } = useWords()
  const names = (fields: string[]) =>
    format.list(
      fields.map(
        (field) =>
          text(schema.byCode.get(field.replace('values.', ''))?.label) ||
          t(`record.field.${field}`, { defaultValue: field }),
      ),
    )
  return (
    <>
      <ProblemNotice error={state.error} />
      {state.saved && <Notice look="ok">{t('saved')}</Notice>}
      {state.conflict && (
        <Notice look="warn">
          {t('conflict.text', { fields: names(state.conflict.theirs) })}{' '}
          {state.conflict.both.length > 0 && t('conflict.both', { fields: names(state.conflict.both) })}{' '}
          {t('conflict.again')}
        </Notice>
      )}
    </>
  )
}
