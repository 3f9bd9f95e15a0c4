import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { api, ProblemError } from '../../api/client'
import { useMe } from '../../api/session'
import type { Role } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { SelectField, TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { isPartyRole } from '../../kinds/kinds'
import { PartyField } from './PartyField'

/** Mails a link that lets one person in; officers invite parties, an admin anybody. */
export default function InvitationsPage() {
  const { t, format } = useWords()
  const { me } = useMe()
  const roles: Role[] =
    me?.role === 'admin' ? ['enterprise', 'firm', 'owner', 'officer', 'admin'] : ['enterprise', 'firm', 'owner']
  const [form, setForm] = useState<{ email: string; role: Role; party: string }>({
    email: '',
    role: 'enterprise',
    party: '',
  })
  const [state, setState] = useState<{ sent?: { email: string; expiresAt: string }; error?: unknown }>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const party = isPartyRole(form.role) ? { [form.role]: form.party } : {}
      const email = form.email.trim()
      const { expiresAt } = await api.post('/api/invitations', { body: { email, role: form.role, ...party } })
      setState({ sent: { email, expiresAt } })
    } catch (error) {
      setState({ error })
    }
  }
  const errors = state.error instanceof ProblemError ? (state.error.problem.errors ?? {}) : {}
  return (
    <div className="page narrow">
      <PageHeading title={t('nav.invitations')} />
      <form className="card" onSubmit={(event) => void submit(event)}>
        {Object.keys(errors).length === 0 && <ProblemNotice error={state.error} />}
        <TextField
          label={t('account.email')}
          type="email"
          required
          value={form.email}
          errors={errors.email}
          onChange={(event) => setForm({ ...form, email: event.target.value })}
        />
        <SelectField
          label={t('account.role')}
          value={form.role}
          errors={errors.role}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          onChange={(event) => setForm({ ...form, role: event.target.value as Role, party: '' })}
        />
        {isPartyRole(form.role) && (
          <PartyField
            role={form.role}
            value={form.party}
            errors={errors[form.role]}
            onChange={(party) => setForm({ ...form, party })}
          />
        )}
        <Button look="primary" type="submit">
          {t('invitation.send')}
        </Button>
      </form>
      {state.sent && (
        <Notice look="ok">
          {t('invitation.sent', { email: state.sent.email, at: format.instant(state.sent.expiresAt) })}
          {me?.role === 'admin' && (
            <>
              {' '}
              {t('invitation.unsent')} <Link href="/letters">{t('invitation.letters')}</Link>
            </>
          )}
        </Notice>
      )}
    </div>
  )
}
