import type { RefObject } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { Choice } from './MenuButton'

/** An open menu of actions below the button that opened it, to which the focus comes back. */
export default function ChoiceMenu({
  label,
  choices,
  triggerRef,
  onChoose,
  onClose,
}: {
  label: string
  choices: Choice[]
  triggerRef: RefObject<HTMLElement | null>
  onChoose: (id: string) => void
  onClose: () => void
}) {
  return (
    <Popover
      className="menu-pop"
      placement="bottom end"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => open || onClose()}
    >
      <Menu
        aria-label={label}
        className="menu"
        autoFocus="first"
        onAction={(key) => onChoose(String(key))}
        onClose={onClose}
      >
        {choices.map((choice) => (
          <MenuItem key={choice.id} id={choice.id} className="menu-item">
            {choice.label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
