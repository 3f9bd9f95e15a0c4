import { useMedia } from '../kit/useMedia'

/** Room for list and map side by side. */
export const useIsWide = () => useMedia('(min-width: 900px)')
