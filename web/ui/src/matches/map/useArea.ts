import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Frame } from '../../map/frame'
import { readArea, writeArea } from './area'

/**
 * The part of the map to which a list is kept. It stands in the address, so that whoever gets the link sees the same
 * list; whether it follows the map is this reader's.
 */
export function useArea(enabled: boolean) {
  const [search, setSearch] = useSearchParams()
  const text = enabled ? search.get('area') : null
  const area = useMemo(() => readArea(text), [text])
  const [follows, setFollows] = useState(false)
  const set = useCallback(
    (next: Frame | undefined) =>
      setSearch(
        (before) => {
          if (next) before.set('area', writeArea(next))
          else before.delete('area')
          return before
        },
        { replace: true },
      ),
    [setSearch],
  )
  return {
    area,
    set,
    follows: follows && area !== undefined,
    follow: (frame: Frame) => {
      setFollows(true)
      set(frame)
    },
    showAll: () => {
      setFollows(false)
      set(undefined)
    },
  }
}

export type Area = ReturnType<typeof useArea>
