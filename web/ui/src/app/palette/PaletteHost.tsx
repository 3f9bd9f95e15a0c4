import { lazy, Suspense, useEffect, useState } from 'react'
import { withTexts } from '../../i18n/i18n'
import { useShortcut } from '../../kit/keys/shortcuts'

// Nobody waits for these before the first list.
const Palette = lazy(withTexts(() => import('./Palette')))
const ShortcutHelp = lazy(withTexts(() => import('./ShortcutHelp')))

/** Opens the palette with Ctrl-K or ⌘K, and the help with ?. */
export function PaletteHost() {
  const [open, setOpen] = useState<'palette' | 'help'>()
  const close = () => setOpen(undefined)
  useShortcut('?', () => setOpen('help'), !open)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen((before) => (before === 'palette' ? undefined : 'palette'))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  if (!open) return null
  return (
    <Suspense fallback={null}>
      {open === 'palette' ? (
        <Palette onClose={close} onHelp={() => setOpen('help')} />
      ) : (
        <ShortcutHelp onClose={close} />
      )}
    </Suspense>
  )
}
