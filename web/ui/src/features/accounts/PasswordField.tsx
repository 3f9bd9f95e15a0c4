import type { ComponentProps } from 'react'
import { useWords } from '../../i18n/i18n'
import { TextField } from '../../kit/fields/Field'

type Props = Omit<ComponentProps<typeof TextField>, 'type' | 'autoComplete' | 'required' | 'value' | 'onChange'> & {
  value: string
  onChange: (password: string) => void
}

/** A password that its owner has. */
export function PasswordField({ onChange, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      type="password"
      autoComplete="current-password"
      required
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A password that is set here: the length is said and asked. */
export function NewPasswordField({ onChange, ...rest }: Props) {
  const { t } = useWords()
  return (
    <TextField
      {...rest}
      type="password"
      autoComplete="new-password"
      required
      minLength={12}
      hint={t('invitation.hint')}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
