import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import { isStale, useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'

/** Which officers may know of a confidential project; each of them may change it. */
export function ClearancePanel({ id }: { id: string }) {
  const { t } = useWords()
  const { me } = useMe()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const { data, error } = useQuery({
    queryKey: ['enterprises', id, 'clearance'],
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}/clearance', { path: { id }, signal }),
  })
  const [email, setEmail] = useState('')
  const [leaving, setLeaving] = useState(false)
  const saving = useSave()
  const refresh = () => cache.invalidateQueries({ queryKey: ['enterprises', id] })
  const put = async (officers: string[]) => {
    try {
      await api.put('/api/enterprises/{id}/clearance', { path: { id }, body: { officers }, version: data!.version })
    } catch (failure) {
      setLeaving(false)
      void refresh()
      throw failure
    }
    setEmail('')
    if (officers.includes(me!.email)) return refresh()
    // Officers who removed themselves no longer see the project.
    go('/enterprises')
    cache.removeQueries({ queryKey: ['enterprises'] })
  }
  const save = (officers: string[]) => saving.run(() => put(officers))
  const add = (event: FormEvent) => {
    event.preventDefault()
    void save([...data!.officers, email.trim()])
  }
  if (!data) return <ProblemNotice error={error} />
  const without = (officer: string) => data.officers.filter((other) => other !== officer)
  const errors = Object.values(saving.errors).flat()
  const changed = isStale(saving.error)
  return (
    <section className="card">
      <h2>{t('clearance.title')}</h2>
      <p className="meta">{t('clearance.text')}</p>
      {changed && <Notice look="warn">{t('clearance.changed')}</Notice>}
      {!changed && errors.length === 0 && <ProblemNotice error={saving.error} />}
      <ul className="rows">
        {data.officers.map((officer) => (
          <li key={officer}>
            <span>
              {officer} {officer === me?.email && <span className="tag">{t('clearance.you')}</span>}
            </span>
            {data.officers.length > 1 && (
              <Button
                look={['small', 'icon']}
                aria-label={t('clearance.remove', { name: officer })}
                title={t('clearance.remove', { name: officer })}
                onClick={() => (officer === me?.email ? setLeaving(true) : void save(without(officer)))}
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form className="row clearance-add" onSubmit={add}>
        <TextField
          label={t('clearance.email')}
          type="text"
          inputMode="email"
          autoComplete="off"
          required
          value={email}
          errors={errors}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit">{t('clearance.add')}</Button>
      </form>
      {leaving && (
        <Dialog
          title={t('clearance.removeSelf')}
          closeLabel={t('close')}
          onClose={() => setLeaving(false)}
          footer={
            <>
              <Button onClick={() => setLeaving(false)}>{t('cancel')}</Button>
              <Button look="danger" onClick={() => void save(without(me!.email))}>
                {t('clearance.remove', { name: me!.email })}
              </Button>
            </>
          }
        >
          <p>{t('clearance.removeSelfText')}</p>
        </Dialog>
      )}
    </section>
  )
}
