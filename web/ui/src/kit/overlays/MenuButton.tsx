import { type KeyboardEvent, lazy, Suspense, type SyntheticEvent, useRef, useState } from 'react'
import { laterCode } from '../later/code'

const load = () => laterCode(() => import('./ChoiceMenu'))
const ChoiceMenu = lazy(load)

const opening = new Set(['Enter', ' ', 'ArrowDown', 'ArrowUp'])

// A card on which the button stands would take the press as one of its own.
const own = (event: SyntheticEvent) => event.stopPropagation()

export interface Choice {
  id: string
  label: string
}

/**
 * A button that opens a menu of actions, whose code is read when somebody is about to open it. A mouse opens it when
 * it goes down, as menus of the system open: what moves below the pointer meanwhile takes no press away.
 */
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
  const trigger = useRef<HTMLButtonElement>(null)
  const isPressed = useRef(false) // by a mouse that has opened it, whose click follows
  const [isOpen, setIsOpen] = useState(false)
  const open = (next: boolean) => {
    setIsOpen(next)
    onOpen?.(next)
  }
  const press = (event: KeyboardEvent) => {
    isPressed.current = false
    if (opening.has(event.key)) event.stopPropagation()
    if (isOpen || !event.key.startsWith('Arrow') || !opening.has(event.key)) return
    event.preventDefault()
    open(true)
  }
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={look === 'icon' ? 'button small icon' : 'button small'}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerDown={(event) => {
          own(event)
          isPressed.current = event.pointerType === 'mouse' && event.button === 0
          if (!isPressed.current) return
          trigger.current?.focus({ preventScroll: true })
          open(!isOpen)
        }}
        onMouseDown={(event) => {
          own(event)
          event.preventDefault() // the menu has the focus already
        }}
        onClick={(event) => {
          own(event)
          if (!isPressed.current) open(!isOpen)
          isPressed.current = false
        }}
        onKeyDown={press}
        onKeyUp={(event) => opening.has(event.key) && own(event)}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
      >
        <span aria-hidden="true">{face}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ChoiceMenu
            label={label}
            choices={choices}
            triggerRef={trigger}
            onChoose={onChoose}
            onClose={() => open(false)}
          />
        </Suspense>
      )}
    </>
  )
}
