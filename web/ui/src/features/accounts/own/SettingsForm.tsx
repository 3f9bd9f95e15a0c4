import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client'
import { useMe } from '../../../api/session'
import type { AccountSettings } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { languages } from '../../../i18n/languages'
import { Button } from '../../../kit/Button'
import { CheckBox, SelectField, TextField } from '../../../kit/fields/Field'
import { ProblemNotice, Said } from '../../../kit/Notice'

const queryKey = ['settings']

/** The reader's name, the language of letters, and which of them are sent. */
export function SettingsForm() {
  const { data, error } = useQuery({ queryKey, queryFn: ({ signal }) => api.get('/api/me/settings', { signal }) })
  if (!data) return <ProblemNotice error={error} />
  return <Form settings={data} />
}

function Form({ settings }: { settings: AccountSettings }) {
  const { t } = useWords()
  const { me } = useMe()
  const cache = useQueryClient()
  const { onSubmit, busy, saved, error, errors } = useSave()
  const [form, setForm] = useState({ ...settings, name: settings.name ?? '', language: settings.language ?? '' })
  const save = async () => {
    const { name, language, digests, programmes } = form
    const body = { digests, programmes, ...(name.trim() && { name }), ...(language && { language }) }
    cache.setQueryData(queryKey, await api.put('/api/me/settings', { body, version: settings.version }))
    await cache.invalidateQueries({ queryKey: ['people'] })
  }
  // What a colleague's word changed in the account is no reason to lose what was typed here.
  const submit = onSubmit(save, () => cache.invalidateQueries({ queryKey }))
  const known = errors.name ?? errors.language
  return (
    <form className="card" onSubmit={submit}>
      <h2>{t('own.settings')}</h2>
      {saved && <Said>{t('saved')}</Said>}
      {!known && <ProblemNotice error={error} />}
      <TextField
        label={t('own.name')}
        autoComplete="name"
        maxLength={100}
        hint={t('own.nameHint')}
        errors={errors.name}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      <SelectField
        label={t('own.letterLanguage')}
        errors={errors.language}
        value={form.language}
        options={[
          { value: '', label: t('own.allLanguages') },
          ...languages.map(({ language, full }) => ({ value: language, label: full })),
        ]}
        onChange={(event) => setForm({ ...form, language: event.target.value })}
      />
      {(me?.enterprise ?? me?.firm) && (
        <CheckBox
          label={t('own.digests')}
          checked={form.digests}
          onChange={(event) => setForm({ ...form, digests: event.target.checked })}
        />
      )}
      {me?.enterprise && (
        <CheckBox
          label={t('own.programmes')}
          checked={form.programmes}
          onChange={(event) => setForm({ ...form, programmes: event.target.checked })}
        />
      )}
      {(me?.enterprise ?? me?.firm) && <p className="meta">{t('own.alwaysLetters')}</p>}
      <Button look="primary" type="submit" disabled={busy}>
        {t('save')}
      </Button>
    </form>
  )
}
