import { useEffect } from 'react'
import { useLeaveQuestion } from './useLeaveQuestion'

/** The page whose edits are not saved. */
let guarded: { question: string; href: string } | undefined

/** Whether an address is another page: another view of the same page loses no edits. */
export const isElsewhere = (to: string, here: string) => new URL(to, here).pathname !== new URL(here).pathname

/** Whether the page may go there: asked where edits would be lost. Every navigation within the document comes by. */
export const mayGo = (to: string) => !guarded || !isElsewhere(to, guarded.href) || window.confirm(guarded.question)

/** The edits that are held just now, to tell later ones from them. */
export const heldEdits = (): unknown => guarded

/** Whether something on the page may close: asked where edits would be lost that were begun in it. */
export const mayClose = (before: unknown) => !guarded || guarded === before || window.confirm(guarded.question)

/**
 * Asks at Back and Forward too. It must listen before the router does: the browser calls both in the order in which
 * they came. It has moved already by then, so that the address of the edits is put on top again.
 */
export function guardHistory() {
  window.addEventListener('popstate', (event) => {
    if (!guarded || mayGo(window.location.href)) return
    event.stopImmediatePropagation()
    history.pushState(null, '', guarded.href)
  })
}

/** Asks before edits are lost: on the way to another page, at Back and Forward, and where the browser leaves. */
export function useUnsavedGuard(dirty: boolean, question: string) {
  useLeaveQuestion(dirty)
  useEffect(() => {
    if (!dirty) return
    guarded = { question, href: window.location.href }
    return () => {
      guarded = undefined
    }
  }, [dirty, question])
}
