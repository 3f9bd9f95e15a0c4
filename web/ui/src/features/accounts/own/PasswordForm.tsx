import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../api/client'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextField } from '../../../kit/fields/Field'
import { ProblemNotice, Said } from '../../../kit/Notice'

const empty = { password: '', newPassword: '' }

export function PasswordForm({ email }: { email: string }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const { run, busy, saved, error, errors } = useSave()
  const [form, setForm] = useState(empty)
  const change = async () => {
    await api.post('/api/me/password', { body: form })
    setForm(empty)
    await cache.invalidateQueries({ queryKey: ['sessions'] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(change)
  }
  const known = errors.password ?? errors.newPassword
  return (
    <form className="card" onSubmit={submit}>
      <h2>{t('own.password')}</h2>
      {saved && <Said>{t('own.changed')}</Said>}
      {!known && <ProblemNotice error={error} />}
      {/* Password managers ask whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={t('own.oldPassword')}
        type="password"
        autoComplete="current-password"
        required
        errors={errors.password}
        value={form.password}
        onChange={(event) => setForm({ ...form, password: event.target.value })}
      />
      <TextField
        label={t('own.newPassword')}
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        hint={t('invitation.hint')}
        errors={errors.newPassword}
        value={form.newPassword}
        onChange={(event) => setForm({ ...form, newPassword: event.target.value })}
      />
      <p className="meta">{t('own.endsOthers')}</p>
      <Button look="primary" type="submit" disabled={busy}>
        {t('own.change')}
      </Button>
    </form>
  )
}
