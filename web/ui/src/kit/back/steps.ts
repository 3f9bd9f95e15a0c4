/** What an entry of the history says of itself. */
interface Entry {
  /** How many entries of the page lie before it. */
  at: number
  /** It was put there to show this: a search parameter of its address, or a part of the page. */
  opened?: string
  /** What lies open above the page and stands in no address, the lowest first. */
  layers?: readonly number[]
}

interface Layer {
  id: number
  /** Answers false where it stays open. */
  close: () => boolean
  /** It stays open below what is opened from it. */
  stays: boolean
}

interface Options {
  replace?: boolean
  state?: Pick<Entry, 'opened'>
}

/** The parts of a browser's window that are used. */
export type Page = Pick<Window, 'history' | 'addEventListener'> & { location: Pick<Location, 'href'> }

/** Parameters that show something above the page: they go with their entry, whatever else changed meanwhile. */
const shows = ['match', 'compare', 'space']

/**
 * Back closes what was opened: each opening puts one entry on the history, and closing it by any other way takes that
 * entry off again. What else changed meanwhile, such as the criteria beside an open match, stays changed.
 */
export class Steps {
  private readonly open: Layer[] = []
  private last: { entry: Entry; href: string }
  private waiting: (() => void)[] = []
  private isReturning = false
  /** An entry of something closed long ago was come upon: what it says of the page is old. */
  private isOld = false
  private ids = 0

  constructor(private readonly page: Page) {
    this.last = { entry: { at: 0 }, href: page.location.href }
    const { layers, ...entry } = this.entry
    // Layers went with the document that had them.
    if (layers || page.history.state === null) page.history.replaceState(entry, '')
    this.note()
    page.addEventListener('popstate', () => this.popped())
    // The router tells of each change that it makes, and so do others who use the history.
    for (const change of ['pushState', 'replaceState']) page.addEventListener(change, () => this.note())
  }

  /** How to navigate to what is opened: on top of the page, or in the place of another one of its kind. */
  static readonly opening = (name: string) => ({ state: { opened: name } })

  /** Closes what was opened: by the way back, or, where nothing was put on the history for it, as `otherwise` does. */
  close(name: string, otherwise: () => void) {
    this.settled(() => {
      if (this.entry.opened === name) this.stepBack()
      else otherwise()
    })
  }

  /** Every navigation within the page comes by. What lies open above the page gives its entry to the next page. */
  go(
    navigate: (to: string, options: { replace?: boolean; state?: unknown }) => void,
    to: string,
    options: Options = {},
  ) {
    this.settled(() => {
      const { entry } = this
      const isHere = pathOf(to, this.page.location.href) === pathOf(this.page.location.href)
      const keeps = options.replace === true && options.state === undefined && isHere
      const opened = options.state?.opened
      const isAnother = opened !== undefined && opened === entry.opened
      const top = this.open.find(({ id }) => id === entry.layers?.at(-1))
      const goes = Boolean(entry.layers?.length) && !(opened && top?.stays)
      const replace = options.replace === true || isAnother || goes
      const state = keeps ? entry : { ...options.state, at: replace ? entry.at : entry.at + 1 }
      navigate(to, { ...options, replace, state })
      this.note()
    })
  }

  /** Puts something on the history that stands in no address; the answer takes it off, unless Back did. */
  add(close: Layer['close'], stays = false): () => void {
    const layer = { id: ++this.ids, close, stays }
    this.open.push(layer)
    this.settled(() => this.open.includes(layer) && this.put(layer))
    return () => {
      const at = this.open.indexOf(layer)
      if (at < 0) return
      this.open.splice(at, 1)
      // A navigation that comes with it takes its entry over; so does a dialog that follows it.
      setTimeout(() => this.settle())
    }
  }

  private get entry(): Entry {
    return { at: this.last.entry.at, ...(this.page.history.state as Partial<Entry> | null) }
  }

  private note() {
    this.last = { entry: this.entry, href: this.page.location.href }
  }

  private readonly isOpen = (id: number) => this.open.some((layer) => layer.id === id)

  private put({ id }: Layer) {
    const { layers = [], ...entry } = this.entry
    const isFree = layers.length > 0 && !this.isOpen(layers.at(-1)!)
    const next = { ...entry, at: isFree ? entry.at : entry.at + 1, layers: [...layers.filter(this.isOpen), id] }
    this.page.history[isFree ? 'replaceState' : 'pushState'](next, '')
    this.note()
  }

  /** Goes off the entries of what is closed. */
  private settle() {
    const top = this.entry.layers?.at(-1)
    if (!this.isReturning && top !== undefined && !this.isOpen(top)) this.stepBack()
  }

  private stepBack() {
    this.isReturning = true
    this.page.history.back()
  }

  private settled(act: () => void) {
    if (this.isReturning) this.waiting.push(act)
    else act()
  }

  private popped() {
    const before = this.last
    const entry = this.entry
    const by = before.entry.at - entry.at
    const isBack = by > 0
    this.isReturning = false
    const isHere = pathOf(before.href) === pathOf(this.page.location.href)
    if (by === 1 && isHere && !this.isOld && (before.entry.opened || before.entry.layers)) {
      const href = carried(before.href, this.page.location.href)
      if (href !== this.page.location.href) this.page.history.replaceState(entry, '', href)
    }
    this.isOld = !isBack
    this.note()
    for (const layer of [...this.open].reverse()) {
      if (entry.layers?.includes(layer.id)) continue
      this.open.splice(this.open.indexOf(layer), 1)
      if (layer.close()) continue
      this.open.push(layer)
      this.put(layer)
      break
    }
    this.settle()
    if (!this.isReturning) {
      this.isOld = false
      for (const act of this.waiting.splice(0)) this.settled(act)
    }
  }
}

const pathOf = (href: string, here?: string) => new URL(href, here).pathname

/** An address of the page as it is now, that shows above it what it did. */
function carried(now: string, then: string) {
  const [url, old] = [new URL(now), new URL(then)]
  for (const name of shows) {
    const value = old.searchParams.get(name)
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return [...url.searchParams].sort().join('&') === [...old.searchParams].sort().join('&') ? then : url.href
}
