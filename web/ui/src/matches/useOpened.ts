import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { picksOf } from './compare/picks'
import { useIsWide } from './useIsWide'

/** The match whose details are open, and those that are compared: they stand in the address. */
export function useOpened() {
  const wide = useIsWide()
  const [search, setSearch] = useSearchParams()
  const comparedIds = search.get('compare')
  const compared = useMemo(() => picksOf(comparedIds?.split(',')), [comparedIds])
  const select = useCallback(
    (id: string | undefined) =>
      setSearch(
        (before) => {
          if (id) before.set('match', id)
          else before.delete('match')
          return before
        },
        { replace: wide },
      ),
    [setSearch, wide],
  )
  const compare = useCallback(
    (next: readonly string[]) =>
      setSearch((before) => {
        if (next.length > 0) before.set('compare', next.join(','))
        else before.delete('compare')
        before.delete('match')
        return before
      }),
    [setSearch],
  )
  return { selected: search.get('match') ?? undefined, select, compared, compare }
}
