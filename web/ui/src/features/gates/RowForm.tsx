import { useState } from 'react'
import type { GateRow } from './types'
import { useWords } from '../../i18n/i18n'
import { DayField } from '../../kit/days/DayField'
import { SelectField, TextArea } from '../../kit/fields/Field'
import { FormDialog } from '../../kit/overlays/FormDialog'
import { type GateWords, keysOf } from './words'

type Texts = 'condition' | 'source' | 'note'

/** One rule: what the plan or the lease says of a use, for which days, and who says so. */
export function RowForm({
  row,
  words,
  errors,
  onSave,
  onClose,
}: {
  /** Absent: a new one. */
  row: GateRow | undefined
  words: GateWords
  errors: Record<string, string[]>
  onSave: (row: GateRow) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const [edited, setEdited] = useState<GateRow>(
    () =>
      row ?? {
        gate: 'plan',
        key: words.zones[0]?.value ?? '',
        use: words.uses[0]?.value ?? '',
        verdict: 'needsPermission',
        source: '',
      },
  )
  const put = (fields: Partial<GateRow>) => setEdited({ ...edited, ...fields })
  const select = (name: 'gate' | 'key' | 'use' | 'verdict', options: { value: string; label: string }[]) => (
    <SelectField
      label={t(`gateTable.${name}`)}
      value={edited[name]}
      options={options}
      errors={errors[name]}
      onChange={({ target: { value } }) =>
        put(
          name === 'gate'
            ? { gate: value as GateRow['gate'], key: keysOf(words, value)[0]?.value ?? '' }
            : { [name]: value },
        )
      }
    />
  )
  const text = (name: Texts, hint?: string) => (
    <TextArea
      label={t(`gateTable.${name}`)}
      hint={hint}
      rows={2}
      required={name === 'source'}
      value={edited[name] ?? ''}
      errors={errors[name]}
      onChange={({ target: { value } }) => put({ [name]: value })}
    />
  )
  const save = () => {
    const { from, to, condition, note, ...rest } = edited
    onSave({
      ...rest,
      ...(from && { from }),
      ...(to && { to }),
      ...(condition?.trim() && { condition: condition.trim() }),
      ...(note?.trim() && { note: note.trim() }),
    })
    return Promise.resolve()
  }
  return (
    <FormDialog
      title={t(row ? 'gateTable.changeTitle' : 'gateTable.add')}
      submit={t('datedTable.keep')}
      fields={[]}
      onClose={onClose}
      onSubmit={save}
    >
      {() => (
        <>
          {select('gate', words.gates)}
          {select('key', keysOf(words, edited.gate))}
          {select('use', words.uses)}
          {select('verdict', words.verdicts)}
          <DayField
            label={t('gateTable.from')}
            hint={t('gateTable.fromHint')}
            value={edited.from ?? ''}
            errors={errors.from}
            onChange={(from) => put({ from })}
          />
          <DayField
            label={t('gateTable.to')}
            hint={t('gateTable.toHint')}
            value={edited.to ?? ''}
            errors={errors.to}
            onChange={(to) => put({ to })}
          />
          {text('condition', t('gateTable.conditionHint'))}
          {text('source')}
          {text('note')}
        </>
      )}
    </FormDialog>
  )
}
