import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useWords } from '../i18n/i18n'
import type { Destination } from './navigation'

export const isAt = (location: string, path: string) => location === path || location.startsWith(`${path}/`)

/** Links behind a button: closes on Escape, when the focus leaves, and once a page is chosen. */
export function NavMenu({
  label,
  groups,
  children,
}: {
  label: string
  groups: Destination[][]
  /** Stands below the links. */
  children?: ReactNode
}) {
  const { t } = useWords()
  const [location] = useLocation()
  const [openAt, setOpenAt] = useState<string>()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const open = openAt === location
  const close = () => setOpenAt(undefined)
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => box.current?.contains(event.target as Node) || setOpenAt(undefined)
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const left = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close()
  }
  const here = groups.flat().some(({ path }) => isAt(location, path))
  return (
    <div
      ref={box}
      className="nav-menu"
      onBlur={left}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        close()
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className={here ? 'here' : ''}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpenAt(open ? undefined : location)}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      <div id={id} className="nav-panel" hidden={!open}>
        {groups
          .filter((group) => group.length > 0)
          .map((group) => (
            <ul key={group[0]!.path}>
              {group.map((to) => (
                <li key={to.path}>
                  <Link href={to.path} aria-current={isAt(location, to.path) ? 'page' : undefined} onClick={close}>
                    {t(`nav.${to.key}`)}
                  </Link>
                </li>
              ))}
            </ul>
          ))}
        {children}
      </div>
    </div>
  )
}
