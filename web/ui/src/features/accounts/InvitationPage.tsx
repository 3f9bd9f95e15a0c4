import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { ProblemError } from '../../api/client'
import { useSession } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { useLinkToken } from '../../kit/held/useLinkToken'
import { NewPasswordField } from './PasswordField'

/** Whoever follows an invitation sets a password, once. */
export default function InvitationPage() {
  const { t } = useWords()
  const { accept } = useSession()
  const { token, forget } = useLinkToken('matchmaker.invitation')
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ error?: unknown; done?: boolean }>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await accept(token ?? '', password)
      forget()
      setState({ done: true })
    } catch (error) {
      setState({ error })
    }
  }
  const errors = state.error instanceof ProblemError ? state.error.problem.errors : undefined
  return (
    <div className="page narrow">
      <PageHeading title={t('invitation.title')} />
      {state.done ? (
        <Notice look="ok">
          {t('invitation.done')} <Link href="/sign-in">{t('account.signIn')}</Link>
        </Notice>
      ) : (
        <form className="card" onSubmit={(event) => void submit(event)}>
          {!errors?.password && <ProblemNotice error={state.error} />}
          <p>{t('invitation.text')}</p>
          <NewPasswordField
            label={t('invitation.password')}
            errors={errors?.password}
            value={password}
            onChange={setPassword}
          />
          <Button look="primary" type="submit">
            {t('invitation.accept')}
          </Button>
        </form>
      )}
    </div>
  )
}
