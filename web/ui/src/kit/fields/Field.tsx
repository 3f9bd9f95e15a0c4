import { type ComponentProps, type ReactNode, useId } from 'react'

interface FieldProps {
  label: ReactNode
  /** Shown under the field: a conversion or an explanation. */
  hint?: ReactNode
  errors?: string[] | undefined
}

function useField(hint: ReactNode, errors: string[] | undefined) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', errors?.length ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    aria: { id, 'aria-invalid': Boolean(errors?.length), ...(described && { 'aria-describedby': described }) },
  }
}

function Below({ id, hint, errors }: { id: string; hint: ReactNode; errors: string[] | undefined }) {
  return (
    <>
      {hint && (
        <span id={`${id}-hint`} className="meta nums">
          {hint}
        </span>
      )}
      {errors && errors.length > 0 && (
        <span id={`${id}-error`} className="error">
          {errors.join(' ')}
        </span>
      )}
    </>
  )
}

export function TextField({ label, hint, errors, ...rest }: FieldProps & Omit<ComponentProps<'input'>, 'className'>) {
  const { id, aria } = useField(hint, errors)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input {...rest} {...aria} className="input" />
      <Below id={id} hint={hint} errors={errors} />
    </div>
  )
}

export function TextArea({ label, hint, errors, ...rest }: FieldProps & Omit<ComponentProps<'textarea'>, 'className'>) {
  const { id, aria } = useField(hint, errors)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea {...rest} {...aria} className="input" />
      <Below id={id} hint={hint} errors={errors} />
    </div>
  )
}

export interface Option {
  value: string
  label: string
}

export function SelectField({
  label,
  hint,
  errors,
  options,
  ...rest
}: FieldProps & { options: Option[] } & Omit<ComponentProps<'select'>, 'className'>) {
  const { id, aria } = useField(hint, errors)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...rest} {...aria} className="input">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Below id={id} hint={hint} errors={errors} />
    </div>
  )
}

export function CheckBox({
  label,
  ...rest
}: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  )
}

/** A few choices side by side, one of them chosen. */
export function Segments({
  label,
  options,
  value,
  onChange,
  showLabel = true,
}: {
  label: string
  options: Option[]
  value: string
  onChange: (value: string) => void
  showLabel?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="field">
      <legend className={showLabel ? 'label' : 'visually-hidden'}>{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
