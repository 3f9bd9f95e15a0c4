/** Something that was done a moment ago and can be taken back. */
export interface Offer {
  /** What was done, in the reader's language. */
  text: string
  undo: () => Promise<unknown>
  /** Where what comes back is seen. */
  href: string
}

let held: Offer | undefined
const listeners = new Set<() => void>()

/** Offers to take back what was just done, in place of an earlier offer. undefined: nothing can be taken back. */
export function offerUndo(offer: Offer | undefined) {
  held = offer
  listeners.forEach((listener) => listener())
}

export const readOffer = () => held

export function subscribeToOffer(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
