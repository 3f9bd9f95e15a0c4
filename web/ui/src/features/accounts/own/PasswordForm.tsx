import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { ProblemNotice, Said } from '../../../kit/Notice'
import { NewPasswordField, PasswordField } from '../PasswordField'

const empty = { password: '', newPassword: '' }

export function PasswordForm({ email }: { email: string }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const { onSubmit, busy, saved, error, errors } = useSave()
  const [form, setForm] = useState(empty)
  const change = async () => {
    await api.post('/api/me/password', { body: form })
    setForm(empty)
    await cache.invalidateQueries({ queryKey: ['sessions'] })
  }
  const submit = onSubmit(change)
  const known = errors.password ?? errors.newPassword
  return (
    <form className="card" onSubmit={submit}>
      <h2>{t('own.password')}</h2>
      {saved && <Said>{t('own.changed')}</Said>}
      {!known && <ProblemNotice error={error} />}
      {/* Password managers ask whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t('own.oldPassword')}
        errors={errors.password}
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
      />
      <NewPasswordField
        label={t('own.newPassword')}
        errors={errors.newPassword}
        value={form.newPassword}
        onChange={(password) => setForm({ ...form, newPassword: password })}
      />
      <p className="meta">{t('own.endsOthers')}</p>
      <Button look="primary" type="submit" disabled={busy}>
        {t('own.change')}
      </Button>
    </form>
  )
}
