import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useBackCloses } from '../back/useBackCloses'

/**
 * A small panel beside what opened it. The page behind stays in reach, so that a list can be watched and scrolled while
 * it changes. Escape, a press outside and the focus that leaves close it, and the focus comes back to what opened it
 * unless it has gone elsewhere.
 */
export function Popup({
  label,
  triggerRef,
  onClose,
  className = '',
  maxHeight,
  children,
}: {
  label: string
  triggerRef: RefObject<HTMLElement | null>
  onClose: () => void
  className?: string
  /** In pixels; left out: as much as the window has room for. */
  maxHeight?: number
  children: ReactNode
}) {
  const box = useRef<HTMLElement>(null)
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useBackCloses(true, onClose)
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const target = event.target as Element
      // A list of choices that was opened inside stands elsewhere in the page.
      const isInside = box.current?.contains(target) || target.closest('[data-trigger]')
      if (!isInside && !triggerRef.current?.contains(target)) latest.current()
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [triggerRef])
  const close = () => {
    // The panel moves with the page; a telephone scrolls by itself when its keyboard comes.
    if (window.event?.type === 'scroll') return
    latest.current()
    requestAnimationFrame(() => {
      if (!document.activeElement || document.activeElement === document.body) triggerRef.current?.focus()
    })
  }
  return (
    <Popover
      ref={box}
      isOpen
      onOpenChange={(open) => open || close()}
      triggerRef={triggerRef}
      isNonModal
      shouldCloseOnInteractOutside={(target) => !triggerRef.current?.contains(target)}
      placement="bottom start"
      offset={6}
      {...(maxHeight !== undefined && { maxHeight })}
      className={`popup ${className}`}
    >
      <Dialog aria-label={label} className="popup-body">
        {children}
      </Dialog>
    </Popover>
  )
}
