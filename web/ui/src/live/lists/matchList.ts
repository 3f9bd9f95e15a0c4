import type { Match, MatchEvent } from '../../api/types'

export interface RowView {
  id: string
  match: Match
  /** It left the list and stays, greyed, until the next ranking. */
  gone: boolean
  /** Points gained or lost since the last ranking; 0 where only something else changed. */
  delta: number
  /** Changes since the last ranking, so that a highlight can start anew with each. */
  change: number
}

export interface ListView {
  order: readonly string[]
  /** How many updates a new ranking would show. */
  pending: number
  total: number
  more: boolean
}

/** Order of a list: score, then fewer unknown musts, then id (matching.md section 4). */
export function byRank(a: Match, b: Match) {
  return b.score - a.score || a.unknownMusts - b.unknownMusts || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * The state of one list of matches. `current` follows the server at once; what is shown keeps its order until `rank`,
 * and values change in place at each `flush`. Pending updates are the difference of the two, so an insertion that is
 * taken back, or a change that is undone, cancels out by itself.
 */
export class MatchList {
  private current = new Map<string, Match>()
  private ranked = new Map<string, Match>()
  private readonly changes = new Map<string, number>()
  private changesAtRank: ReadonlyMap<string, number> = new Map()
  private readonly touched = new Set<string>()
  private rows = new Map<string, RowView>()
  private view: ListView = { order: [], pending: 0, total: 0, more: false }
  private order: string[] = []
  private total = 0
  private more = false
  private isRanked = false
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readList = () => this.view
  readRow = (id: string) => this.rows.get(id)

  /** The whole list as the server holds it now; rows on screen stay where they are. */
  replace(matches: Match[], total = matches.length, more = false) {
    const next = new Map(matches.map((match) => [match.id, match]))
    const isFirst = this.current.size === 0 && this.ranked.size === 0
    if (!isFirst) for (const [id, match] of next) if (!same(this.current.get(id), match)) this.touch(id)
    for (const id of this.current.keys()) if (!next.has(id)) this.touch(id)
    this.current = next
    this.total = total
    this.more = more
  }

  /** What the server said of single matches. */
  apply(events: MatchEvent[]) {
    for (const { id, kind, match } of events) {
      const before = this.current.has(id)
      if (kind === 'gone') this.current.delete(id)
      else if (match) this.current.set(id, match)
      this.total += Number(this.current.has(id)) - Number(before)
      this.touch(id)
    }
  }

  private touch(id: string) {
    this.touched.add(id)
    this.changes.set(id, (this.changes.get(id) ?? 0) + 1)
  }

  /** The first list is ranked as it comes, later values change in place; answers the ids that changed on screen. */
  show(): string[] {
    if (this.isRanked) return this.flush()
    this.rank()
    return []
  }

  /** Puts the current values into the rows on screen, without moving any; answers the ids that changed. */
  flush(): string[] {
    const changed = [...this.touched].filter((id) => !same(this.rows.get(id)?.match, this.current.get(id)))
    for (const id of this.touched) if (this.ranked.has(id)) this.rows.set(id, this.see(id))
    this.touched.clear()
    this.publish()
    return changed
  }

  /** The one step that moves rows: asked for by the user, or by a new requirement. */
  rank() {
    this.isRanked = true
    this.ranked = new Map(this.current)
    this.order = [...this.current.values()].sort(byRank).map((match) => match.id)
    this.touched.clear()
    this.changesAtRank = this.readChanges()
    this.rows = new Map(this.order.map((id) => [id, this.see(id)]))
    this.publish()
  }

  /** Changes of each id so far; whoever holds records of them reads those anew. */
  readChanges(): ReadonlyMap<string, number> {
    return new Map(this.changes)
  }

  /** What a fresh request would answer, best first. */
  matches() {
    return [...this.current.values()].sort(byRank)
  }

  private see(id: string): RowView {
    const ranked = this.ranked.get(id)!
    const match = this.current.get(id)
    const change = (this.changes.get(id) ?? 0) - (this.changesAtRank.get(id) ?? 0)
    return { id, match: match ?? ranked, gone: !match, delta: match ? match.score - ranked.score : 0, change }
  }

  private publish() {
    let pending = 0
    for (const [id, match] of this.ranked) if (!same(this.current.get(id), match)) pending++
    for (const id of this.current.keys()) if (!this.ranked.has(id)) pending++
    this.view = { order: this.order, pending, total: Math.max(this.total, this.current.size), more: this.more }
    for (const listener of this.listeners) listener()
  }
}

function same(a: Match | undefined, b: Match | undefined) {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b))
}
