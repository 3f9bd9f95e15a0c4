import type { ComponentProps } from 'react'

type Look = 'primary' | 'danger' | 'quiet' | 'small' | 'pill' | 'icon'

export function Button({
  look = [],
  type = 'button',
  ...rest
}: Omit<ComponentProps<'button'>, 'className'> & { look?: Look | Look[] }) {
  return <button {...rest} type={type} className={['button', ...[look].flat()].join(' ')} />
}
