import { localized, type LocalText, type Named } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { TextField } from '../../kit/fields/Field'
import { withoutEmpty } from '../useRecordEditor'

export function AddressFields({
  address: given,
  errors,
  onChange,
}: {
  address: Named | undefined
  errors: Record<string, string[]>
  onChange: (address: LocalText | undefined) => void
}) {
  const { t } = useWords()
  const address = localized(given)
  return (['zhHant', 'en'] as const).map((field) => (
    <TextField
      key={field}
      label={t(`record.address.${field}`)}
      value={address[field] ?? ''}
      errors={errors[`address.${field}`]}
      onChange={(event) => {
        const next: LocalText = withoutEmpty({ ...address, [field]: event.target.value })
        onChange(Object.keys(next).length ? next : undefined)
      }}
    />
  ))
}
