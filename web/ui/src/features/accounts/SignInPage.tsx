import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ProblemError } from '../../api/client'
import { useSession } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { PasswordField } from './PasswordField'
import { OtherWays } from './ways/OtherWays'
import { ProviderCode, ProviderProblem } from './ways/ProviderSignIn'
import { asksCode, pageAfter } from './ways/providerReturn'

/** Shown at its own address, and in place of a page that needs an account: then that page follows. */
export default function SignInPage() {
  return asksCode(useSearch()) ? <ProviderCode /> : <PasswordSignIn />
}

function PasswordSignIn() {
  const { t } = useWords()
  const { signIn } = useSession()
  const [location, go] = useLocation()
  const search = useSearch()
  const [form, setForm] = useState({ email: '', password: '', code: '' })
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const goOn = () => {
    if (location === '/sign-in') go(pageAfter(location, search))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await signIn(form.email.trim(), form.password, form.code.trim())
      goOn()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const errors = error instanceof ProblemError ? error.errors : {}
  const [wantsCode, setWantsCode] = useState(false)
  if (errors.code && !wantsCode) setWantsCode(true)
  const refused = !errors.code && error instanceof ProblemError && [400, 401, 422].includes(error.status)
  return (
    <div className="page narrow">
      <PageHeading title={t('account.signIn')} />
      <div className="card">
        <form className="sign-in" onSubmit={(event) => void submit(event)}>
          {refused ? (
            <Notice look="danger">{t('account.refused')}</Notice>
          ) : (
            !errors.code && (error ? <ProblemNotice error={error} /> : <ProviderProblem />)
          )}
          <TextField
            label={t('account.email')}
            type="email"
            autoComplete="username"
            required
            value={form.email}
            onChange={(event) => setForm({ ...form, email: event.target.value })}
          />
          <PasswordField
            label={t('account.password')}
            value={form.password}
            onChange={(password) => setForm({ ...form, password })}
          />
          {wantsCode && (
            <TextField
              label={t('account.code')}
              autoComplete="one-time-code"
              required
              autoFocus
              hint={t('account.codeHint')}
              errors={form.code ? errors.code : undefined}
              value={form.code}
              onChange={(event) => setForm({ ...form, code: event.target.value })}
            />
          )}
          <Button look="primary" type="submit" disabled={busy}>
            {t('account.signIn')}
          </Button>
          <p>
            <Link href="/forgotten">{t('account.forgotten')}</Link>
          </p>
        </form>
        <OtherWays onDone={goOn} />
        <p className="meta">{t('account.byInvitation')}</p>
      </div>
    </div>
  )
}
