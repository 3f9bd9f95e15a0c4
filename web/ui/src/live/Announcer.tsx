import { useEffect, useRef, useState } from 'react'

const every = 15_000

/** Tells a screen reader what changed, politely and at most every 15 s, however many updates there were. */
export function Announcer({ changed, describe }: { changed: readonly string[]; describe: (ids: string[]) => string }) {
  const waiting = useRef(new Set<string>())
  const spokenAt = useRef(0)
  const [text, setText] = useState('')
  const latest = useRef(describe)
  useEffect(() => {
    latest.current = describe
  })
  useEffect(() => {
    for (const id of changed) {
      waiting.current.delete(id)
      waiting.current.add(id)
    }
    if (waiting.current.size === 0) return
    const timer = setTimeout(
      () => {
        setText(latest.current([...waiting.current]))
        waiting.current.clear()
        spokenAt.current = Date.now()
      },
      Math.max(1000, spokenAt.current + every - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [changed])
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  )
}
