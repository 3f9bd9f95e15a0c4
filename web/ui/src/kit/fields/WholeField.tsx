import { type ReactNode, useState } from 'react'
import { useWords } from '../../i18n/i18n'
import { TextField } from './Field'
import { wholeOf } from './whole'

/** A whole number that may be left open. */
export function WholeField({
  label,
  value,
  hint,
  errors,
  onChange,
}: {
  label: string
  value: number | undefined
  hint?: ReactNode
  errors?: string[] | undefined
  onChange: (value: number | undefined) => void
}) {
  const { t } = useWords()
  // What was typed stands as it was typed, until the number is changed from elsewhere.
  const [typed, setTyped] = useState<string | null>(null)
  const shown =
    typed !== null && (wholeOf(typed) === value || wholeOf(typed) === undefined)
      ? typed
      : value === undefined
        ? ''
        : String(value)
  const isWrong = shown !== '' && wholeOf(shown) === undefined
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={shown}
      hint={hint}
      errors={isWrong ? [t('notWhole')] : errors}
      onChange={(event) => {
        setTyped(event.target.value)
        const number = wholeOf(event.target.value)
        if (number !== undefined || event.target.value === '') onChange(number)
      }}
    />
  )
}
