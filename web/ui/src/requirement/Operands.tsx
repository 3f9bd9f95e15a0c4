import type { Attribute, Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { DayField } from '../kit/days/DayField'
import { CheckBox, Segments, SelectField } from '../kit/fields/Field'
import { QuantityField } from '../kit/fields/QuantityField'
import { MachinePicker } from '../paths/MachinePicker'
import { withOperand } from './draft'
import { CodePicker } from '../kit/fields/CodePicker'
import { PlaceField } from './PlaceField'

interface OperandsProps {
  criterion: Criterion
  attribute: Attribute
  errors: Record<string, string[]>
  onChange: (next: Criterion) => void
}

/** What the criterion asks. */
export function Operands(props: OperandsProps) {
  switch (props.criterion.op) {
    case 'atLeast':
    case 'atMost':
      return <Numbers {...props} names={['limit']} />
    case 'between':
      return <Numbers {...props} names={['min', 'max']} />
    case 'anyOf':
      return <Codes {...props} />
    case 'is':
      return <YesNo {...props} />
    case 'allows':
      return <Use {...props} />
    case 'within':
      return <Place {...props} />
    case 'covers':
      return <Code {...props} />
    case 'takes':
      return <MachinePicker {...props} />
    default:
      return null
  }
}

/** Whether the criterion can say what is best among what it accepts. */
export const hasFineOperands = ({ op, values = [] }: Criterion) =>
  ['atLeast', 'atMost', 'between', 'within'].includes(op) || (op === 'anyOf' && values.length > 1)

/** What is best among what the criterion accepts. */
export function FineOperands(props: OperandsProps) {
  const { op } = props.criterion
  if (op === 'within') return <Distance {...props} name="ideal" />
  return op === 'anyOf' ? <Preferred {...props} /> : <Numbers {...props} names={['ideal']} />
}

type NumberName = 'limit' | 'ideal' | 'min' | 'max'

function Numbers({ criterion, attribute, errors, onChange, names }: OperandsProps & { names: NumberName[] }) {
  const { t } = useWords()
  return names.map((name) => {
    const label = t(`operand.${criterion.op}.${name}`)
    const set = (value: number | string | undefined) => onChange(withOperand(criterion, name, value))
    const value = criterion[name]
    return attribute.kind === 'date' ? (
      <DayField
        key={name}
        label={label}
        value={typeof value === 'string' ? value : ''}
        min={String(attribute.min ?? '')}
        max={String(attribute.max ?? '')}
        errors={errors[name]}
        onChange={(day) => set(day || undefined)}
      />
    ) : (
      <QuantityField
        key={name}
        label={label}
        value={typeof value === 'number' ? value : undefined}
        attribute={attribute}
        errors={errors[name]}
        onChange={set}
      />
    )
  })
}

const toggled = (codes: string[], code: string) =>
  codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code]

function Codes({ criterion, attribute, errors, onChange }: OperandsProps) {
  const { t, text } = useWords()
  const values = criterion.values ?? []
  return (
    <fieldset className="field codes">
      <legend className="label">{t('operand.anyOf.values')}</legend>
      {attribute.values?.map(({ code, label }) => (
        <CheckBox
          key={code}
          label={text(label)}
          checked={values.includes(code)}
          onChange={() => onChange({ ...criterion, values: toggled(values, code) })}
        />
      ))}
      {errors.values && <span className="error">{errors.values.join(' ')}</span>}
    </fieldset>
  )
}

function Preferred({ criterion, attribute, errors, onChange }: OperandsProps) {
  const { t, text } = useWords()
  const { values = [], preferred = [] } = criterion
  const toggle = (code: string) => {
    const next = toggled(preferred, code)
    onChange(withOperand(criterion, 'preferred', next.length ? next : undefined))
  }
  return (
    <fieldset className="field codes">
      <legend className="label">{t('operand.anyOf.preferred')}</legend>
      {attribute.values
        ?.filter(({ code }) => values.includes(code))
        .map(({ code, label }) => (
          <CheckBox key={code} label={text(label)} checked={preferred.includes(code)} onChange={() => toggle(code)} />
        ))}
      {errors.preferred && <span className="error">{errors.preferred.join(' ')}</span>}
    </fieldset>
  )
}

function Code({ criterion, attribute, errors, onChange }: OperandsProps) {
  const { t } = useWords()
  return (
    <CodePicker
      label={t('operand.covers.value')}
      items={attribute.values ?? []}
      value={typeof criterion.value === 'string' ? criterion.value : undefined}
      errors={errors.value}
      onChange={(code) => onChange(withOperand(criterion, 'value', code))}
    />
  )
}

function YesNo({ criterion, onChange }: OperandsProps) {
  const { t } = useWords()
  return (
    <Segments
      label={t('operand.is.value')}
      value={criterion.value === false ? 'no' : 'yes'}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      onChange={(value) => onChange({ ...criterion, value: value === 'yes' })}
    />
  )
}

function Use({ criterion, attribute, errors, onChange }: OperandsProps) {
  const { t, text } = useWords()
  const options = [
    { value: '', label: t('choose') },
    ...(attribute.values ?? []).map(({ code, label }) => ({ value: code, label: text(label) })),
  ]
  return (
    <SelectField
      label={t('operand.allows.value')}
      options={options}
      value={String(criterion.value ?? '')}
      errors={errors.value}
      onChange={(event) => onChange(withOperand(criterion, 'value', event.target.value || undefined))}
    />
  )
}

function Place(props: OperandsProps) {
  const { criterion, errors, onChange } = props
  return (
    <>
      <PlaceField
        value={criterion.of}
        errors={errors.of}
        onChange={(of) => onChange(withOperand(criterion, 'of', of))}
      />
      <Distance {...props} name="limit" />
    </>
  )
}

function Distance({ criterion, attribute, errors, onChange, name }: OperandsProps & { name: 'limit' | 'ideal' }) {
  const { t } = useWords()
  return (
    <QuantityField
      label={t(`operand.within.${name}`)}
      value={criterion[name] as number | undefined}
      attribute={attribute}
      unit="distance"
      errors={errors[name]}
      onChange={(value) => onChange(withOperand(criterion, name, value))}
    />
  )
}
