/** What the pointer or the focus is on, in the list or on the map. */
export interface Lighted {
  ids: readonly string[]
  from: 'list' | 'map'
}

/**
 * What list and map light in each other. It stands outside of React: the pointer crosses many rows a second, and none
 * of them is rendered for it.
 */
export class Lit {
  private lighted: Lighted | undefined
  private readonly listeners = new Set<() => void>()

  read = () => this.lighted

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  set(ids: readonly string[], from: Lighted['from']) {
    if (this.lighted?.from === from && sameIds(this.lighted.ids, ids)) return
    this.lighted = { ids, from }
    this.publish()
  }

  /** Only the side that lights something puts it out. */
  clear(from: Lighted['from']) {
    if (this.lighted?.from !== from) return
    this.lighted = undefined
    this.publish()
  }

  private publish() {
    for (const listener of this.listeners) listener()
  }
}

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, index) => id === b[index])

/** What bears a light: an element of the page, or a stand-in. */
export interface Bearer {
  toggleAttribute: (name: string, force: boolean) => unknown
}

/** Lights these and puts out the others; React does not know the attribute, and leaves it alone. */
export function light<E extends Bearer>(bearers: Iterable<E>, isLit: (bearer: E) => boolean) {
  for (const bearer of bearers) bearer.toggleAttribute('data-lit', isLit(bearer))
}
