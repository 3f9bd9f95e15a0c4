import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../api/client'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { useLinkToken } from '../../kit/held/useLinkToken'
import { NewPasswordField } from './PasswordField'

/** Whoever follows a mailed link sets a new password, once. */
export default function ResetPage() {
  const { t } = useWords()
  const { token, forget } = useLinkToken('matchmaker.reset')
  const { onSubmit, busy, saved, error, errors } = useSave()
  const [password, setPassword] = useState('')
  const set = async () => {
    await api.post('/api/password-resets/accept', { body: { token: token ?? '', password } })
    forget()
  }
  const submit = onSubmit(set)
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
          <NewPasswordField
            label={t('own.newPassword')}
            errors={errors.password}
            value={password}
            onChange={setPassword}
          />
          <Button look="primary" type="submit" disabled={busy}>
            {t('invitation.accept')}
          </Button>
        </form>
      )}
    </div>
  )
}
