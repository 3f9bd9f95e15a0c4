const lasts = 1000

/**
 * Puts the focus on what `find` returns and holds it there for a second: a closing dialog, an ending drag and a moving
 * row each move the focus at a time of their own. The next key or pointer press ends it; an open dialog keeps its
 * focus.
 */
export function restoreFocus(find: () => HTMLElement | null | undefined) {
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
