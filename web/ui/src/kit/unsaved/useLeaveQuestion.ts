import { useEffect } from 'react'

/** Has the browser ask before it leaves the page, while something would be lost by it. */
export function useLeaveQuestion(active: boolean) {
  useEffect(() => {
    if (!active) return
    const unload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', unload)
    return () => window.removeEventListener('beforeunload', unload)
  }, [active])
}
