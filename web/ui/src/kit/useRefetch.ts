import { useEffect } from 'react'
import { useDebounced } from './useDebounced'

/**
 * Asks anew for what follows from a whole list, once the list has changed and stands still again: a list may change
 * many times a second.
 */
export function useRefetch(changes: number, refetch: () => unknown) {
  const settled = useDebounced(changes)
  useEffect(() => {
    if (settled > 0) void refetch()
  }, [settled, refetch])
}
