import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { SelectField } from '../../kit/fields/Field'
import { partyCollections } from '../../kinds/kinds'
import { RecordPicker } from '../../records/RecordPicker'

const kinds = [...partyCollections, 'buildings'] as const

/** What the officer may not act on. */
export function Interests({
  interests,
  own,
  errors,
  onChange,
}: {
  interests: string[]
  own: boolean
  errors: string[]
  onChange: (interests: string[]) => void
}) {
  const { t } = useWords()
  const [kind, setKind] = useState<(typeof kinds)[number]>('enterprises')
  const add = (id: string) => interests.includes(`${kind}/${id}`) || onChange([...interests, `${kind}/${id}`])
  return (
    <section className="card">
      <h2>{t('officers.interests')}</h2>
      <p>{t('officers.interestsText')}</p>
      {errors.length > 0 && <p className="error">{errors.join(' ')}</p>}
      {interests.length === 0 ? (
        <p className="meta">{t('officers.none')}</p>
      ) : (
        <ul className="rows">
          {interests.map((interest) => (
            <Interest
              key={interest}
              interest={interest}
              own={own}
              onRemove={() => onChange(interests.filter((other) => other !== interest))}
            />
          ))}
        </ul>
      )}
      {own && (
        <div className="grid">
          <SelectField
            label={t('officers.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`officers.kinds.${value}`) }))}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          />
          <RecordPicker
            key={kind}
            collection={kind}
            label={t('officers.which')}
            value={undefined}
            onChange={({ id }) => add(id)}
          />
        </div>
      )}
    </section>
  )
}

function Interest({ interest, own, onRemove }: { interest: string; own: boolean; onRemove: () => void }) {
  const { t, text } = useWords()
  const [kind, id] = interest.split('/') as [(typeof kinds)[number], string]
  const { data } = useQuery({
    queryKey: [kind, id],
    queryFn: ({ signal }) => api.get(`/api/${kind}/{id}` as const, { path: { id }, signal }),
    retry: false,
  })
  const name = text(data?.name) || (data && 'address' in data ? text(data.address) : '') || id
  return (
    <li>
      <span>
        {name} <span className="tag">{t(`officers.kinds.${kind}`)}</span>
      </span>
      {own && (
        <Button look="small" aria-label={`${t('delete')}: ${name}`} onClick={onRemove}>
          {t('delete')}
        </Button>
      )}
    </li>
  )
}
