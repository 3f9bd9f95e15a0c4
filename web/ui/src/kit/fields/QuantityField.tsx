import { useState } from 'react'
import type { Attribute } from '../../api/types'
import { useWords, type Words } from '../../i18n/i18n'
import { parseQuantity, roundToStep } from '../../i18n/quantity'
import { TextField } from './Field'

/**
 * A number as people type it, with what it means shown beside it at once. The text stays as typed; a value that came
 * from elsewhere (a relaxation, another user) replaces it.
 */
export function QuantityField({
  label,
  value,
  attribute,
  unit = attribute.unit,
  onChange,
  errors,
  required = false,
}: {
  label: string
  value: number | undefined
  attribute: Attribute
  unit?: string | undefined
  onChange: (value: number | undefined) => void
  errors?: string[] | undefined
  required?: boolean
}) {
  const words = useWords()
  const [typed, setTyped] = useState({ text: canonical(value, unit), value })
  const text = Object.is(typed.value, value) ? typed.text : canonical(value, unit)
  const read = interpret(text, attribute, unit)
  const change = (next: string) => {
    const parsed = interpret(next, attribute, unit)
    setTyped({ text: next, value: parsed.value })
    onChange(parsed.value)
  }
  const hint = read.value === undefined ? undefined : `= ${describe(read.value, unit, words)}`
  const own =
    read.error &&
    words.t(`quantity.${read.error}`, {
      min: limit(attribute.min, unit, words),
      max: limit(attribute.max, unit, words),
    })
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => change(event.target.value)}
      autoComplete="off"
      hint={hint}
      errors={own ? [own] : errors}
      required={required}
      placeholder={words.t(`unit.placeholder.${unit ?? 'none'}`, { defaultValue: '' })}
    />
  )
}

const describe = (value: number, unit: string | undefined, { format }: Words) =>
  unit === 'distance' ? format.distance(value) : format.both(value, unit)

const limit = (bound: number | string | undefined, unit: string | undefined, words: Words) =>
  typeof bound === 'number' ? describe(bound, unit, words) : ''

function canonical(value: number | undefined, unit: string | undefined) {
  if (value === undefined) return ''
  const suffix: Record<string, string> = {
    m2: ' m²',
    'HKD/m2/month': '/m²',
    m: ' m',
    distance: ' m',
    kPa: ' kPa',
    kN: ' kN',
    kg: ' kg',
    A: ' A',
  }
  return `${unit === 'HKD/m2/month' ? '$' : ''}${value}${suffix[unit ?? ''] ?? ''}`
}

type Interpreted =
  { value: number; error?: undefined } | { value: undefined; error?: 'notANumber' | 'unknownUnit' | 'outOfRange' }

function interpret(text: string, attribute: Attribute, unit: string | undefined): Interpreted {
  const parsed = parseQuantity(text, unit === 'distance' ? 'm' : unit)
  if ('error' in parsed)
    return parsed.error === 'empty' ? { value: undefined } : { value: undefined, error: parsed.error }
  const { min, max } = unit === 'distance' ? { min: 0, max: undefined } : attribute
  if ((typeof min === 'number' && parsed.value < min) || (typeof max === 'number' && parsed.value > max)) {
    return { value: undefined, error: 'outOfRange' }
  }
  return { value: roundToStep(parsed.value, unit === 'distance' ? 1 : attribute.step) }
}
