import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface Choice {
  id: string
  label: string
}

/** A button that opens a menu of actions. */
export function MenuButton({
  label,
  face,
  choices,
  onChoose,
  onOpen,
  look = 'icon',
}: {
  label: string
  /** What is seen of it: a sign or a word. */
  face: string
  choices: Choice[]
  onChoose: (id: string) => void
  onOpen?: (open: boolean) => void
  look?: 'icon' | 'word'
}) {
  return (
    <MenuTrigger {...(onOpen && { onOpenChange: onOpen })}>
      <Button className={look === 'icon' ? 'button small icon' : 'button small'} aria-label={label}>
        <span aria-hidden="true">{face}</span>
      </Button>
      <Popover className="menu-pop" placement="bottom end">
        <Menu aria-label={label} className="menu" onAction={(key) => onChoose(String(key))}>
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} className="menu-item">
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
