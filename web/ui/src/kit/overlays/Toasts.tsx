import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../Button'

export interface Toast {
  key: number
  /** `quiet`: seen and not spoken, because many may come. Trouble stays until it is closed. */
  look: 'ok' | 'danger' | 'quiet'
  text: string
}

const most = 4
const stays = 8000

export function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([])
  const next = useRef(0)
  const close = useCallback((key: number) => setToasts((held) => held.filter((toast) => toast.key !== key)), [])
  const show = useCallback((look: Toast['look'], text: string) => {
    const key = next.current++
    setToasts((held) => [...held, { key, look, text }].slice(-most))
  }, [])
  return { toasts, show, close }
}

/** Short news in a corner, which never takes the focus. */
export function Toasts({
  label,
  closeLabel,
  toasts,
  onClose,
}: {
  label: string
  closeLabel: string
  toasts: Toast[]
  onClose: (key: number) => void
}) {
  return (
    <section className="toasts" aria-label={label}>
      {toasts.map((toast) => (
        <One key={toast.key} toast={toast} closeLabel={closeLabel} onClose={onClose} />
      ))}
    </section>
  )
}

/**
 * Closes news after a time in which nobody is at it; the answer's handlers tell that somebody is.
 * @param after ms; undefined: it stays.
 */
export function useStay(after: number | undefined, onEnd: () => void) {
  const [kept, setKept] = useState(false)
  useEffect(() => {
    if (after === undefined || kept) return
    const timer = setTimeout(onEnd, after)
    return () => clearTimeout(timer)
  }, [after, kept, onEnd])
  const [keep, leave] = [() => setKept(true), () => setKept(false)]
  return { onPointerEnter: keep, onPointerLeave: leave, onFocus: keep, onBlur: leave }
}

const roles = { ok: 'status', danger: 'alert', quiet: undefined } as const

function One({ toast, closeLabel, onClose }: { toast: Toast; closeLabel: string; onClose: (key: number) => void }) {
  const { key, look, text } = toast
  const close = useCallback(() => onClose(key), [onClose, key])
  const keeping = useStay(look === 'danger' ? undefined : stays, close)
  return (
    <div className={`toast ${look}`} {...keeping}>
      <p role={roles[look]}>{text}</p>
      <Button look={['quiet', 'icon', 'small']} aria-label={closeLabel} onClick={() => onClose(key)}>
        ✕
      </Button>
    </div>
  )
}
