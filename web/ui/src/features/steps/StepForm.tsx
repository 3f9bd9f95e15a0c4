import { useState } from 'react'
import type { RowErrors } from '../../datedTables/types'
import { useWords } from '../../i18n/i18n'
import { SelectField, TextArea, TextField } from '../../kit/fields/Field'
import { WholeField } from '../../kit/fields/WholeField'
import { FormDialog } from '../../kit/overlays/FormDialog'
import { CodesField } from './CodesField'
import { listFields, type StepRow, type StepWords } from './words'

const languages = ['zhHant', 'zhHans', 'en'] as const
const numbers = ['monthsLow', 'monthsHigh', 'costLow', 'costHigh'] as const
const levels = [0, 1, 2, 3, 4].map((level) => ({ value: String(level), label: String(level) }))

type Names = Partial<Record<(typeof languages)[number], string>>
type Edited = Omit<StepRow, 'name' | (typeof numbers)[number]> & { name: Names } & {
  [Field in (typeof numbers)[number]]: number | undefined
}

const empty: Omit<Edited, 'dimension'> = {
  id: '',
  name: {},
  symptoms: [],
  levelFrom: 0,
  levelTo: 1,
  builders: [],
  fields: [],
  programmes: [],
  training: [],
  monthsLow: undefined,
  monthsHigh: undefined,
  costLow: undefined,
  costHigh: undefined,
  needs: [],
  basis: '',
}

/** One step: what it helps, who builds it and who pays, how long it takes and what it costs, and who says so. */
export function StepForm({
  row,
  words,
  errors,
  onSave,
  onClose,
}: {
  /** Absent: a new one. */
  row: StepRow | undefined
  words: StepWords
  errors: RowErrors
  onSave: (row: StepRow) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const [edited, setEdited] = useState<Edited>(() =>
    row
      ? { ...row, name: typeof row.name === 'string' ? { en: row.name } : row.name }
      : { ...empty, dimension: words.dimensions[0]?.code ?? '' },
  )
  const put = (fields: Partial<Edited>) => setEdited({ ...edited, ...fields })
  const isWhole = numbers.every((field) => edited[field] !== undefined)
  const level = (field: 'levelFrom' | 'levelTo') => (
    <SelectField
      label={t(`stepTable.${field}`)}
      value={String(edited[field])}
      options={levels}
      errors={errors[field]}
      onChange={({ target: { value } }) => put({ [field]: Number(value) })}
    />
  )
  const save = () => {
    if (!isWhole) return Promise.resolve(new Error(t('stepTable.numbers')))
    const { certification, ...rest } = edited as Edited & Pick<StepRow, (typeof numbers)[number]>
    onSave({ ...rest, ...(certification && { certification }) })
    return Promise.resolve()
  }
  return (
    <FormDialog
      title={t(row ? 'stepTable.changeTitle' : 'stepTable.add')}
      submit={t('datedTable.keep')}
      fields={[]}
      onClose={onClose}
      onSubmit={save}
    >
      {() => (
        <>
          <TextField
            label={t('stepTable.id')}
            hint={t(row ? 'stepTable.idStays' : 'stepTable.idHint')}
            required
            readOnly={row !== undefined}
            value={edited.id}
            errors={errors.id}
            onChange={({ target: { value } }) => put({ id: value })}
          />
          {languages.map((language) => (
            <TextField
              key={language}
              label={t(`stepTable.${language}`)}
              required
              value={edited.name[language] ?? ''}
              errors={language === languages[0] ? errors.name : undefined}
              onChange={({ target: { value } }) => put({ name: { ...edited.name, [language]: value } })}
            />
          ))}
          <SelectField
            label={t('stepTable.dimension')}
            value={edited.dimension}
            options={words.dimensions.map(({ code }) => ({ value: code, label: words.nameOf(words.dimensions, code) }))}
            errors={errors.dimension}
            onChange={({ target: { value } }) => put({ dimension: value })}
          />
          {level('levelFrom')}
          {level('levelTo')}
          {listFields.map((field) => (
            <CodesField
              key={field}
              label={t(`stepTable.${field}`)}
              items={words.lists[field]}
              codes={edited[field]}
              errors={errors[field]}
              nameOf={words.nameOf}
              onChange={(codes) => put({ [field]: codes })}
            />
          ))}
          <SelectField
            label={t('stepTable.certification')}
            value={edited.certification ?? ''}
            options={[
              { value: '', label: t('stepTable.noCertification') },
              ...words.certifications.map(({ code }) => ({
                value: code,
                label: words.nameOf(words.certifications, code),
              })),
            ]}
            errors={errors.certification}
            onChange={({ target: { value } }) => put({ certification: value })}
          />
          {numbers.map((field) => (
            <WholeField
              key={field}
              label={t(`stepTable.${field}`)}
              value={edited[field]}
              errors={errors[field]}
              onChange={(value) => put({ [field]: value })}
            />
          ))}
          <TextArea
            label={t('stepTable.basis')}
            hint={t('stepTable.basisHint')}
            rows={2}
            required
            value={edited.basis}
            errors={errors.basis}
            onChange={({ target: { value } }) => put({ basis: value })}
          />
        </>
      )}
    </FormDialog>
  )
}
