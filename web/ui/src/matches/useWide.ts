import { useSyncExternalStore } from 'react'

const wide = matchMedia('(min-width: 900px)')

/** Room for list and map side by side. */
export const useWide = () => useSyncExternalStore((listener) => {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}, () => wide.matches)
