import { useState } from 'react'
import { api } from '../../api/client'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextField } from '../../kit/fields/Field'
import { ProblemNotice, Said } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'

/** Asks for a mailed link that sets the password anew; the answer does not tell whether there is an account. */
export default function ForgottenPage() {
  const { t } = useWords()
  const { onSubmit, busy, result, error, errors } = useSave<string>()
  const [email, setEmail] = useState('')
  const ask = async () => {
    const address = email.trim()
    await api.post('/api/password-resets', { body: { email: address } })
    return address
  }
  const submit = onSubmit(ask)
  return (
    <div className="page narrow">
      <PageHeading title={t('reset.ask')} />
      {result && <Said>{t('reset.sent', { email: result })}</Said>}
      <form className="card" onSubmit={submit}>
        {!errors.email && <ProblemNotice error={error} />}
        <p>{t('reset.about')}</p>
        <TextField
          label={t('account.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          errors={errors.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button look="primary" type="submit" disabled={busy}>
          {t('reset.send')}
        </Button>
      </form>
    </div>
  )
}
