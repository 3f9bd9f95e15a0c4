import { type FormEvent, useState } from 'react'
import { api, ProblemError } from '../../api/client'
import type { Account, Role } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { SelectField, TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { isPartyRole, type PartyRole } from '../../kinds/kinds'
import { PartyField } from './PartyField'

/** Looks an account up by its address; changes its role or deletes it. */
export default function AccountsPage() {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  const [state, setState] = useState<{ account?: Account; error?: unknown; said?: string }>({})
  const find = async (event: FormEvent) => {
    event.preventDefault()
    try {
      setState({ account: await api.get('/api/accounts/{email}', { path: { email: email.trim() } }) })
    } catch (error) {
      setState({ error })
    }
  }
  const missing = state.error instanceof ProblemError && state.error.status === 404
  return (
    <div className="page narrow">
      <PageHeading title={t('nav.accounts')} />
      <form className="card" role="search" aria-label={t('nav.accounts')} onSubmit={(event) => void find(event)}>
        <TextField
          label={t('account.email')}
          type="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button look="primary" type="submit">
          {t('search')}
        </Button>
      </form>
      {missing ? <Notice>{t('account.none')}</Notice> : <ProblemNotice error={state.error} />}
      {state.said && <Notice look="ok">{state.said}</Notice>}
      {state.account && (
        <AccountForm
          key={`${state.account.email}-${state.account.version}`}
          account={state.account}
          onSaved={(account) => setState({ account, said: t('saved') })}
          onDeleted={() => setState({ said: t('account.deleted') })}
        />
      )}
    </div>
  )
}

const roles: Role[] = ['enterprise', 'firm', 'owner', 'officer', 'admin']

function AccountForm({
  account,
  onSaved,
  onDeleted,
}: {
  account: Account
  onSaved: (account: Account) => void
  onDeleted: () => void
}) {
  const { t } = useWords()
  const [role, setRole] = useState(account.role)
  const [party, setParty] = useState(isPartyRole(account.role) ? (account[account.role] ?? '') : '')
  const [deleting, setDeleting] = useState(false)
  const [error, setError] = useState<unknown>()
  const path = { email: account.email }
  const save = async () => {
    try {
      const body = { email: account.email, role, ...(isPartyRole(role) && { [role]: party }) }
      onSaved(await api.put('/api/accounts/{email}', { path, body, version: account.version }))
    } catch (failure) {
      setError(failure)
    }
  }
  const remove = () => api.delete('/api/accounts/{email}', { path, version: account.version }).then(onDeleted, setError)
  return (
    <section className="card">
      <h2>{account.email}</h2>
      <ProblemNotice error={error} />
      <SelectField
        label={t('account.role')}
        value={role}
        options={roles.map((name) => ({ value: name, label: t(`role.${name}`) }))}
        onChange={(event) => {
          setRole(event.target.value as Role)
          setParty('')
        }}
      />
      {isPartyRole(role) && <PartyField role={role as PartyRole} value={party} onChange={setParty} />}
      <p className="meta">{t('account.endsSessions')}</p>
      <div className="row">
        <Button look="primary" onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button look="danger" onClick={() => setDeleting(true)}>
          {t('delete')}
        </Button>
      </div>
      {deleting && (
        <Dialog
          title={t('account.delete')}
          closeLabel={t('close')}
          onClose={() => setDeleting(false)}
          footer={
            <>
              <Button onClick={() => setDeleting(false)}>{t('cancel')}</Button>
              <Button look="danger" onClick={() => void remove()}>
                {t('delete')}
              </Button>
            </>
          }
        >
          <p>{t('account.deleteText', { email: account.email })}</p>
        </Dialog>
      )}
    </section>
  )
}
