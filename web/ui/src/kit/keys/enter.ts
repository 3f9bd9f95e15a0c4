import type { KeyboardEvent } from 'react'

/** Acts on Enter in a box of several lines; Shift and Enter begin a new one. */
export const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  // Enter also ends the choice of a Chinese character, which is no answer yet.
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  act()
}
