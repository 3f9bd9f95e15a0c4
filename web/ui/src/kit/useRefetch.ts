import { useEffect, useRef } from 'react'
import { useDebounced } from './useDebounced'

/**
 * Asks anew for what follows from a whole list, once the list has changed and stands still again: a list may change
 * many times a second.
 */
export function useRefetch(changes: number, refetch: () => unknown) {
  const settled = useDebounced(changes)
  // What is shown first was asked for after the changes before it.
  const known = useRef(settled)
  useEffect(() => {
    if (settled === known.current) return
    known.current = settled
    void refetch()
  }, [settled, refetch])
}
