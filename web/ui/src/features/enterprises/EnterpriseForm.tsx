import { useState } from 'react'
import { at, ProblemError, request } from '../../api/client'
import type { Enterprise } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/Dialog'
import { CheckBox, SelectField, TextField } from '../../kit/Field'
import { ProblemNotice } from '../../kit/Notice'

const industries = ['lifeAndHealth', 'aiAndData', 'advancedManufacturing', 'newEnergy', 'semiconductors', 'advancedMaterials', 'robotics', 'fintech', 'other']

export function EnterpriseForm({ enterprise, onClose, onSaved }: { enterprise?: Enterprise; onClose: () => void; onSaved: (enterprise: Enterprise) => void }) {
  const { t, text } = useWords()
  const [form, setForm] = useState({ name: text(enterprise?.name), industry: enterprise?.industry ?? 'other', confidential: enterprise?.confidential ?? false })
  const [error, setError] = useState<unknown>()
  const save = async () => {
    try {
      const name = enterprise && form.name === text(enterprise.name) ? enterprise.name : form.name
      onSaved(enterprise
        ? await request<Enterprise>(at('enterprises', enterprise.id), { method: 'PUT', body: { ...enterprise, ...form, name }, version: enterprise.version })
        : await request<Enterprise>('/api/enterprises', { method: 'POST', body: form }))
    } catch (failure) {
      setError(failure)
    }
  }
  const errors = error instanceof ProblemError ? (error.problem.errors ?? {}) : {}
  return (
    <Dialog title={enterprise ? t('edit') : t('enterprise.create')} closeLabel={t('close')} onClose={onClose} footer={<Button look="primary" onClick={() => void save()}>{t('save')}</Button>}>
      <ProblemNotice error={error} />
      <TextField label={t('enterprise.name')} required value={form.name} errors={errors.name} onChange={(event) => setForm({ ...form, name: event.target.value })} />
      <SelectField label={t('enterprise.industry')} value={form.industry} errors={errors.industry} options={industries.map((value) => ({ value, label: t(`industry.${value}`) }))}
        onChange={(event) => setForm({ ...form, industry: event.target.value })} />
      <CheckBox label={t('enterprise.confidential')} checked={form.confidential} onChange={(event) => setForm({ ...form, confidential: event.target.checked })} />
    </Dialog>
  )
}
