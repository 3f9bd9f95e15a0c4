import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../api/client'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { useLinkToken } from '../../kit/useLinkToken'

/** Whoever follows a mailed link sets a new password, once. */
export default function ResetPage() {
  const { t } = useWords()
  const { token, forget } = useLinkToken('matchmaker.reset')
  const { run, busy, saved, error, errors } = useSave()
  const [password, setPassword] = useState('')
  const set = async () => {
    await api.post('/api/password-resets/accept', { body: { token: token ?? '', password } })
    forget()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(set)
  }
  return (
    <div className="page narrow">
      <PageHeading title={t('reset.ask')} />
      {saved ? (
        <Notice look="ok">
          {t('reset.done')} <Link href="/sign-in">{t('account.signIn')}</Link>
        </Notice>
      ) : (
        <form className="card" onSubmit={submit}>
          {errors.token ? (
            <Notice look="danger">
              {errors.token.join(' ')} <Link href="/forgotten">{t('reset.again')}</Link>
            </Notice>
          ) : (
            !errors.password && <ProblemNotice error={error} />
          )}
          <p>{t('reset.text')}</p>
          <TextField
            label={t('own.newPassword')}
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            hint={t('invitation.hint')}
            errors={errors.password}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button look="primary" type="submit" disabled={busy}>
            {t('invitation.accept')}
          </Button>
        </form>
      )}
    </div>
  )
}
