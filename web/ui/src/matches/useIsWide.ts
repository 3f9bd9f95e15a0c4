import { useMedia } from '../kit/useMedia'

/** Room for list and map side by side. */
export const useWide = () => useMedia('(min-width: 900px)')
