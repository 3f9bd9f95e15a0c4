import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client'
import { canUsePasskeys, isCancelled, makePasskey } from '../../../api/passkeys'
import type { OwnPasskey } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextField } from '../../../kit/fields/Field'
import { Notice, ProblemNotice, Said } from '../../../kit/Notice'
import { PasswordField } from '../PasswordField'

const queryKey = ['passkeys']

/** The passkeys by which the reader signs in without password and code. */
export function Passkeys() {
  const { t } = useWords()
  const cache = useQueryClient()
  const [act, setAct] = useState<OwnPasskey | 'add'>()
  const [said, setSaid] = useState('')
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get('/api/me/passkeys', { signal }),
    select: (page) => page.items,
  })
  const onDone = async (text: string) => {
    setAct(undefined)
    setSaid(text)
    await Promise.all([[...queryKey], ['me']].map((key) => cache.invalidateQueries({ queryKey: key })))
  }
  return (
    <section className="card">
      <h2>{t('passkey.title')}</h2>
      {said && <Said>{said}</Said>}
      <ProblemNotice error={error} />
      <p>{t('passkey.about')}</p>
      {data?.length === 0 && <p className="meta">{t('passkey.none')}</p>}
      {data && data.length > 0 && (
        <ul className="rows">
          {data.map((passkey) => (
            <Row key={passkey.id} passkey={passkey} onRemove={() => setAct(passkey)} />
          ))}
        </ul>
      )}
      {act === 'add' && <Add onDone={() => void onDone(t('passkey.added'))} />}
      {act && act !== 'add' && <Remove passkey={act} onDone={() => void onDone(t('passkey.removed'))} />}
      {act && <Button onClick={() => setAct(undefined)}>{t('cancel')}</Button>}
      {!act && canUsePasskeys() && <Button onClick={() => setAct('add')}>{t('passkey.add')}</Button>}
      {!canUsePasskeys() && <p className="meta">{t('passkey.unable')}</p>}
    </section>
  )
}

function Row({ passkey, onRemove }: { passkey: OwnPasskey; onRemove: () => void }) {
  const { t, format } = useWords()
  return (
    <li>
      <div>
        <p className="device">{passkey.name}</p>
        <p className="meta nums">{t('passkey.created', { at: format.instant(passkey.createdAt) })}</p>
        {passkey.usedAt && <p className="meta nums">{t('passkey.used', { at: format.instant(passkey.usedAt) })}</p>}
      </div>
      <Button aria-label={t('passkey.removeOne', { name: passkey.name })} onClick={onRemove}>
        {t('passkey.remove')}
      </Button>
    </li>
  )
}

function Add({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const { onSubmit, busy, error, errors } = useSave()
  const [form, setForm] = useState({ name: '', password: '' })
  const submit = onSubmit(async () => {
    const { options } = await api.post('/api/me/passkeys/begin', { body: { password: form.password } })
    await api.post('/api/me/passkeys', { body: { name: form.name, credential: await makePasskey(options) } })
    onDone()
  })
  const refused = errors.credential
  return (
    <form className="factor-form" onSubmit={submit}>
      {isCancelled(error) ? (
        <Notice look="danger">{t('passkey.cancelled')}</Notice>
      ) : refused ? (
        <Notice look="danger">{refused.join(' ')}</Notice>
      ) : (
        !errors.name && !errors.password && <ProblemNotice error={error} />
      )}
      <TextField
        label={t('passkey.name')}
        hint={t('passkey.nameHint')}
        required
        maxLength={60}
        errors={errors.name}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      <PasswordField
        label={t('own.oldPassword')}
        errors={errors.password}
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
      />
      <Button look="primary" type="submit" disabled={busy}>
        {t('passkey.make')}
      </Button>
    </form>
  )
}

function Remove({ passkey, onDone }: { passkey: OwnPasskey; onDone: () => void }) {
  const { t } = useWords()
  const { onSubmit, busy, error, errors } = useSave()
  const [password, setPassword] = useState('')
  const submit = onSubmit(async () => {
    await api.post('/api/me/passkeys/{id}/remove', { path: { id: passkey.id }, body: { password } })
    onDone()
  })
  return (
    <form className="factor-form" onSubmit={submit}>
      {!errors.password && <ProblemNotice error={error} />}
      <PasswordField label={t('own.oldPassword')} errors={errors.password} value={password} onChange={setPassword} />
      <Button look="danger" type="submit" disabled={busy}>
        {t('passkey.removeOne', { name: passkey.name })}
      </Button>
    </form>
  )
}
