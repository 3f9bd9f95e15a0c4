const lasts = 1000

/**
 * Puts the focus on what `find` answers and keeps it there for a second, because a dialog that closes, a drag that ends and
 * a row that moves each put it elsewhere in their own time. Ends at once with what the reader does next; an open dialog is left alone.
 */
export function keepFocus(find: () => HTMLElement | null | undefined) {
  const end = new AbortController()
  for (const act of ['keydown', 'pointerdown'])
    addEventListener(act, () => end.abort(), { capture: true, signal: end.signal })
  const until = performance.now() + lasts
  const look = () => {
    if (end.signal.aborted) return
    if (performance.now() > until) return end.abort()
    const wanted = document.querySelector('[role="dialog"], [role="alertdialog"]') ? undefined : find()
    if (wanted && wanted !== document.activeElement) wanted.focus()
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
