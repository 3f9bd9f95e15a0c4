import type { Attribute, Point, UseVerdict, Value } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { DayField } from '../../kit/days/DayField'
import { SelectField } from '../../kit/fields/Field'
import { QuantityField } from '../../kit/fields/QuantityField'
import { PlaceField } from '../../requirement/PlaceField'
import { describeValue } from '../../score/describe'
import { TagsField } from './TagsField'

interface ValueFieldProps {
  attribute: Attribute
  /** undefined: unknown, which is never zero or no. */
  value: Value | undefined
  inherited?: Value | undefined
  errors?: string[] | undefined
  dated?: boolean
  onChange: (value: Value | undefined) => void
}

export function ValueField(props: ValueFieldProps) {
  const { attribute, value, inherited, errors, onChange } = props
  const words = useWords()
  const label = words.text(attribute.label)
  const note =
    value === undefined && inherited !== undefined
      ? words.t('space.inherits', { value: describeValue(inherited, attribute, words) })
      : undefined
  const below = note ? <span className="meta">{note}</span> : null
  switch (attribute.kind) {
    case 'number':
      return (
        <div>
          <QuantityField
            label={label}
            attribute={attribute}
            value={value as number | undefined}
            errors={errors}
            onChange={onChange}
          />
          {below}
        </div>
      )
    case 'date':
      return (
        <DayField
          label={label}
          value={(value as string | undefined) ?? ''}
          errors={errors}
          hint={note}
          onChange={(day) => onChange(day || undefined)}
        />
      )
    case 'flag':
      return (
        <SelectField
          label={label}
          value={value === undefined ? '' : String(value)}
          errors={errors}
          hint={note}
          options={[
            { value: '', label: words.t('unknown') },
            { value: 'true', label: words.t('yes') },
            { value: 'false', label: words.t('no') },
          ]}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value === 'true')}
        />
      )
    case 'category':
      return (
        <SelectField
          label={label}
          value={(value as string | undefined) ?? ''}
          errors={errors}
          hint={note}
          options={[
            { value: '', label: words.t('unknown') },
            ...(attribute.values ?? []).map((item) => ({ value: item.code, label: words.text(item.label) })),
          ]}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )
    case 'use':
      return <Uses {...props} />
    case 'tags':
      return (
        <TagsField
          attribute={attribute}
          dated={props.dated ?? false}
          value={(value as string[] | undefined) ?? []}
          errors={errors}
          onChange={onChange}
        />
      )
    case 'point':
      return <PlaceField label={label} value={value as Point | undefined} errors={errors} onChange={onChange} />
    default:
      return null
  }
}

function Uses({ attribute, value, onChange }: ValueFieldProps) {
  const { t, text } = useWords()
  const uses = (value ?? {}) as Record<string, UseVerdict>
  const set = (use: string, verdict: string) => {
    const next = { ...uses, [use]: verdict as UseVerdict }
    if (!verdict) delete next[use]
    onChange(Object.keys(next).length ? next : undefined)
  }
  return (
    <fieldset className="field uses">
      <legend className="label">{text(attribute.label)}</legend>
      <div className="grid">
        {attribute.values?.map(({ code, label }) => (
          <SelectField
            key={code}
            label={text(label)}
            value={uses[code] ?? ''}
            onChange={(event) => set(code, event.target.value)}
            options={[
              { value: '', label: t('unknown') },
              ...['fits', 'needsPermission', 'doesNotFit'].map((verdict) => ({
                value: verdict,
                label: t(`use.${verdict}`),
              })),
            ]}
          />
        ))}
      </div>
    </fieldset>
  )
}
