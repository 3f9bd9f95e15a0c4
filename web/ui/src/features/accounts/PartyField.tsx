import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { SelectField } from '../../kit/fields/Field'
import { partyCollection, type PartyRole } from '../../kinds/kinds'

/** The party that an account belongs to, out of those on record. */
export function PartyField({
  role,
  value,
  errors,
  onChange,
}: {
  role: PartyRole
  value: string
  errors?: string[] | undefined
  onChange: (id: string) => void
}) {
  const { t, text } = useWords()
  const { data } = useQuery({
    queryKey: ['parties', role],
    queryFn: ({ signal }) => api.get(`/api/${partyCollection(role)}`, { query: { limit: 500 }, signal }),
  })
  const options = [
    { value: '', label: t('choose') },
    ...(data?.items ?? []).map((party) => ({ value: party.id, label: text(party.name) || party.id })),
  ]
  if (value && !options.some((option) => option.value === value)) options.push({ value, label: value })
  return (
    <SelectField
      label={t(`role.${role}`)}
      options={options}
      value={value}
      errors={errors}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
