import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'wouter'
import { Steps } from '../kit/back/steps'
import { steps } from '../kit/back/useBackCloses'
import { picksOf } from './compare/picks'

/** The match whose details are open, and those that are compared: they stand in the address, and Back closes them. */
export function useOpened() {
  const [search, setSearch] = useSearchParams()
  const comparedIds = search.get('compare')
  const compared = useMemo(() => picksOf(comparedIds?.split(',')), [comparedIds])
  const show = useCallback(
    (name: 'match' | 'compare', value: string | undefined) => {
      const change = (before: URLSearchParams) => {
        for (const shown of value ? ['match', 'compare'] : [name]) before.delete(shown)
        if (value) before.set(name, value)
        return before
      }
      if (value) setSearch(change, Steps.opening(name))
      else steps().close(name, () => setSearch(change, { replace: true }))
    },
    [setSearch],
  )
  const select = useCallback((id: string | undefined) => show('match', id), [show])
  const compare = useCallback((next: readonly string[]) => show('compare', next.join(',')), [show])
  return { selected: search.get('match') ?? undefined, select, compared, compare }
}

/** Once the details of a match are closed, by whatever way, the focus is on its row again. */
export function useFocusBack(selected: string | undefined) {
  const before = useRef(selected)
  useEffect(() => {
    const closed = before.current
    before.current = selected
    if (closed === undefined || selected !== undefined) return
    if (document.activeElement && document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(`[data-id="${CSS.escape(closed)}"] .match-open`)?.focus()
  }, [selected])
}
