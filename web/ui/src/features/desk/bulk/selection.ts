const none: readonly string[] = []

/** The cards that are chosen on the board, by id; each card follows its own. */
export class Selection {
  private ids = none
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly read = () => this.ids

  has(id: string) {
    return this.ids.includes(id)
  }

  toggle(id: string) {
    this.set(this.has(id) ? this.ids.filter((chosen) => chosen !== id) : [...this.ids, id])
  }

  clear() {
    if (this.ids.length > 0) this.set(none)
  }

  private set(ids: readonly string[]) {
    this.ids = ids
    this.listeners.forEach((listener) => listener())
  }
}
