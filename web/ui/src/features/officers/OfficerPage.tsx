import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ProblemError } from '../../api/client'
import type { Officer } from '../../api/introductions'
import { useMe } from '../../api/session'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { DayField } from '../../kit/days/DayField'
import { Button } from '../../kit/Button'
import { TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { Interests } from './Interests'

/** An officer who never wrote anything has no record yet. */
async function readOfficer(email: string): Promise<Officer> {
  try {
    return await api.get('/api/officers/{email}', { path: { email } })
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404)
      return { id: email, absences: [], interests: [], version: 0 }
    throw error
  }
}

/** When an officer is away and who stands in, and in what the officer has an interest. */
export default function OfficerPage({ email }: { email: string }) {
  const { t } = useWords()
  const { me } = useMe()
  const [said, setSaid] = useState<'saved' | 'officers.changed'>()
  const { data, error, isPending } = useQuery({ queryKey: ['officers', email], queryFn: () => readOfficer(email) })
  return (
    <div className="page">
      <PageHeading title={email} />
      <ProblemNotice error={error} />
      {said && <Notice look={said === 'saved' ? 'ok' : 'warn'}>{t(said)}</Notice>}
      {isPending && <p className="meta">{t('loading')}</p>}
      {data && (
        <OfficerForm
          key={data.version}
          officer={data}
          own={me?.role === 'admin' || me?.email === email}
          onSaid={setSaid}
        />
      )}
    </div>
  )
}

type Absence = Officer['absences'][number]

function OfficerForm({
  officer,
  own,
  onSaid,
}: {
  officer: Officer
  own: boolean
  onSaid: (said: 'saved' | 'officers.changed' | undefined) => void
}) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [form, setForm] = useState({ absences: officer.absences, interests: officer.interests })
  const { onSubmit, busy, error, errors } = useSave()
  const save = async () => {
    onSaid(undefined)
    const saved = await api.put('/api/officers/{email}', {
      path: { email: officer.id },
      body: form,
      ...(officer.version > 0 && { version: officer.version }),
    })
    onSaid('saved')
    cache.setQueryData(['officers', officer.id], saved)
  }
  const readTheirs = async () => {
    await cache.invalidateQueries({ queryKey: ['officers', officer.id] })
    onSaid('officers.changed')
  }
  const submit = onSubmit(save, readTheirs)
  const setAbsences = (absences: Absence[]) => setForm({ ...form, absences })
  return (
    <form className="sections" onSubmit={submit}>
      <section className="card">
        <h2>{t('officers.absences')}</h2>
        {form.absences.length === 0 && <p className="meta">{t('officers.none')}</p>}
        {form.absences.map((absence, index) => (
          <AbsenceFields
            key={index}
            absence={absence}
            path={`absences[${index}]`}
            errors={errors}
            own={own}
            onChange={(next) => setAbsences(form.absences.map((other, at) => (at === index ? next : other)))}
            onRemove={() => setAbsences(form.absences.filter((_, at) => at !== index))}
          />
        ))}
        {own && (
          <div>
            <Button look="small" onClick={() => setAbsences([...form.absences, { from: '', to: '' }])}>
              {t('officers.add')}
            </Button>
          </div>
        )}
      </section>
      <Interests
        interests={form.interests}
        own={own}
        errors={Object.entries(errors)
          .filter(([path]) => path.startsWith('interests'))
          .flatMap(([, messages]) => messages)}
        onChange={(interests) => setForm({ ...form, interests })}
      />
      {Object.keys(errors).length === 0 && <ProblemNotice error={error} />}
      {own ? (
        <div className="row">
          <Button look="primary" type="submit" disabled={busy}>
            {t('save')}
          </Button>
        </div>
      ) : (
        <p className="meta">{t('officers.own')}</p>
      )}
    </form>
  )
}

function AbsenceFields({
  absence,
  path,
  errors,
  own,
  onChange,
  onRemove,
}: {
  absence: Absence
  path: string
  errors: Record<string, string[]>
  own: boolean
  onChange: (absence: Absence) => void
  onRemove: () => void
}) {
  const { t, format } = useWords()
  const { from, to, standIn } = absence
  return (
    <fieldset className="grid" disabled={!own}>
      <legend className="visually-hidden">
        {t('officers.absences')} {from && format.day(from)}
      </legend>
      <DayField
        label={t('officers.from')}
        required
        value={from}
        errors={errors[`${path}.from`]}
        onChange={(day) => onChange({ ...absence, from: day })}
      />
      <DayField
        label={t('officers.to')}
        required
        min={from}
        value={to}
        errors={errors[`${path}.to`]}
        onChange={(day) => onChange({ ...absence, to: day })}
      />
      <TextField
        label={t('officers.standIn')}
        type="email"
        hint={t('officers.standInHint')}
        value={standIn ?? ''}
        errors={errors[`${path}.standIn`]}
        onChange={({ target: { value } }) => onChange({ from, to, ...(value && { standIn: value }) })}
      />
      {own && (
        <div className="row">
          <Button look="small" aria-label={`${t('delete')}: ${from && format.day(from)}`} onClick={onRemove}>
            {t('delete')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
