import { useState } from 'react'
import { api } from '../../../api/client'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextField } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import { OwnProof } from './OwnProof'

export type Act = 'renew' | 'remove'

/** What changes the second factor asks for password and code again. */
export function FactorForm({ act, onDone }: { act: Act; onDone: (codes?: string[]) => void }) {
  const { t } = useWords()
  const { onSubmit, busy, error, errors } = useSave()
  const [form, setForm] = useState({ password: '', code: '' })
  const send = async () => {
    if (act === 'renew') onDone((await api.post('/api/me/second-factor/recovery-codes', { body: form })).codes)
    else {
      await api.post('/api/me/second-factor/remove', { body: form })
      onDone()
    }
  }
  const submit = onSubmit(send)
  return (
    <form className="factor-form" onSubmit={submit}>
      {!errors.password && !errors.code && <ProblemNotice error={error} />}
      <OwnProof
        errors={errors.password}
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
      />
      <TextField
        label={t('account.code')}
        autoComplete="one-time-code"
        required
        hint={t('account.codeHint')}
        errors={errors.code}
        value={form.code}
        onChange={(event) => setForm({ ...form, code: event.target.value })}
      />
      <Button look={act === 'remove' ? 'danger' : 'primary'} type="submit" disabled={busy}>
        {t(act === 'remove' ? 'factor.remove' : 'factor.new')}
      </Button>
    </form>
  )
}
