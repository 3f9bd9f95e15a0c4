import { useEffect } from 'react'

/** Whether a press of a link leaves the page for another one in the same window. */
export function leaves(
  event: Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  link: Link,
  here: string,
) {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false
  if ((link.target && link.target !== '_self') || link.download) return false
  const [to, from] = [new URL(link.href, here), new URL(here)]
  return to.origin !== from.origin || to.pathname !== from.pathname
}

type Link = Pick<HTMLAnchorElement, 'href' | 'target' | 'download'>

/** Asks before edits are lost: at a link, at Back, and where the browser leaves the page. */
export function useUnsavedGuard(dirty: boolean, question: string) {
  useEffect(() => {
    if (!dirty) return
    const unload = (event: BeforeUnloadEvent) => event.preventDefault()
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || !leaves(event, link, window.location.href)) return
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    const { pathname } = window.location
    let comesBack = false
    const back = (event: PopStateEvent) => {
      if (comesBack) {
        comesBack = false
        event.stopImmediatePropagation()
        return
      }
      if (window.location.pathname === pathname || window.confirm(question)) return
      event.stopImmediatePropagation()
      comesBack = true
      history.forward()
    }
    window.addEventListener('beforeunload', unload)
    document.addEventListener('click', press, true)
    window.addEventListener('popstate', back, true)
    return () => {
      window.removeEventListener('beforeunload', unload)
      document.removeEventListener('click', press, true)
      window.removeEventListener('popstate', back, true)
    }
  }, [dirty, question])
}
