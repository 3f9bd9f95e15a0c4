import { useState } from 'react'
import { api } from '../../api/client'
import type { Enterprise } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { CheckBox, SelectField, TextArea, TextField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { withoutEmpty } from '../../records/useRecordEditor'

const sizes = ['micro', 'small', 'medium', 'large'] as const
const industries = [
  'lifeAndHealth',
  'aiAndData',
  'advancedManufacturing',
  'newEnergy',
  'semiconductors',
  'advancedMaterials',
  'robotics',
  'fintech',
  'other',
]

export function EnterpriseForm({
  enterprise,
  onClose,
  onSaved,
}: {
  enterprise?: Enterprise
  onClose: () => void
  onSaved: (enterprise: Enterprise) => void
}) {
  const { t, text } = useWords()
  const [form, setForm] = useState({
    name: text(enterprise?.name),
    industry: enterprise?.industry ?? 'other',
    confidential: enterprise?.confidential ?? false,
    size: enterprise?.size ?? '',
  })
  const [brands, setBrands] = useState((enterprise?.brands ?? []).join('\n'))
  const { run, error, errors } = useSave()
  const save = async () => {
    const name = enterprise && form.name === text(enterprise.name) ? enterprise.name : form.name
    const body = withoutEmpty({
      ...enterprise,
      ...form,
      name,
      brands: brands
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    })
    onSaved(
      enterprise
        ? await api.put('/api/enterprises/{id}', { path: { id: enterprise.id }, body, version: enterprise.version })
        : await api.post('/api/enterprises', { body }),
    )
  }
  return (
    <Dialog
      title={enterprise ? t('edit') : t('enterprise.create')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={() => void run(save)}>
          {t('save')}
        </Button>
      }
    >
      <ProblemNotice error={error} />
      <TextField
        label={t('enterprise.name')}
        required
        value={form.name}
        errors={errors.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      <SelectField
        label={t('enterprise.industry')}
        value={form.industry}
        errors={errors.industry}
        options={industries.map((value) => ({ value, label: t(`industry.${value}`) }))}
        onChange={(event) => setForm({ ...form, industry: event.target.value })}
      />
      <SelectField
        label={t('enterprise.size')}
        value={form.size}
        errors={errors.size}
        options={[
          { value: '', label: t('unknown') },
          ...sizes.map((value) => ({ value, label: t(`introductions.size.${value}`) })),
        ]}
        onChange={(event) => setForm({ ...form, size: event.target.value as typeof form.size })}
      />
      <TextArea
        label={t('enterprise.brands')}
        hint={t('enterprise.brandsHint')}
        rows={3}
        value={brands}
        errors={brandErrors(errors)}
        onChange={(event) => setBrands(event.target.value)}
      />
      <div>
        <CheckBox
          label={t('enterprise.confidential')}
          checked={form.confidential}
          onChange={(event) => setForm({ ...form, confidential: event.target.checked })}
        />
        <p className="meta">{t('enterprise.confidentialHint')}</p>
      </div>
    </Dialog>
  )
}

const brandErrors = (errors: Record<string, string[]>) =>
  Object.entries(errors)
    .filter(([path]) => path.startsWith('brands'))
    .flatMap(([, messages]) => messages)
