import type { Match, MatchEvent, Watched } from '../api/types'
import type { LiveConnection, Watcher } from './connection'
import type { MatchList } from './matchList'

const flushEvery = 100

/**
 * Keeps one list in step with one demand's feed. The first message after a quiet time shows at once, later ones
 * together every 100 ms; while paused the list follows the server but nothing on screen changes.
 */
export class DemandFeed implements Watcher {
  readonly demandId: string
  private readonly list: MatchList
  private readonly connection: Pick<LiveConnection, 'ask'>
  private readonly flushed: (ids: string[], first: boolean) => void
  readonly refused: () => void
  private asking = true
  private early: MatchEvent[][] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private dirty = false
  private paused = false
  private ranked = false

  constructor(
    demandId: string,
    list: MatchList,
    connection: Pick<LiveConnection, 'ask'>,
    flushed: (ids: string[], first: boolean) => void,
    refused: () => void = () => {},
  ) {
    this.demandId = demandId
    this.list = list
    this.connection = connection
    this.flushed = flushed
    this.refused = refused
  }

  last = () => {
    // Messages that overtake the answer to this question wait for it.
    this.asking = true
    return this.list.sequence
  }

  watched = (answer: Watched) => {
    this.asking = false
    if (answer.matches) this.list.replace(answer.matches, answer.sequence, answer.matches.length, answer.more)
    else this.list.catchUp(answer.events ?? [], answer.sequence)
    const early = this.early
    this.early = []
    this.showNow()
    for (const events of early) this.received(events)
  }

  received = (events: MatchEvent[]) => {
    if (this.asking) {
      this.early.push(events)
      return
    }
    const outcome = this.list.receive(events)
    if (outcome === 'gap') void this.connection.ask(this)
    else if (outcome === 'applied') this.show()
  }

  /** What polling brought while there is no connection. */
  polled(matches: Match[], sequence: number, count: number) {
    if (sequence < (this.list.sequence ?? 0)) return
    this.list.replace(matches, sequence, count, count > matches.length)
    this.showNow()
  }

  setPaused(paused: boolean) {
    this.paused = paused
    if (!paused && this.dirty) this.show()
  }

  stop() {
    clearTimeout(this.timer)
  }

  private show() {
    this.dirty = true
    if (this.paused || this.timer) return
    this.showNow()
    this.timer = setTimeout(() => {
      this.timer = undefined
      if (this.dirty) this.show()
    }, flushEvery)
  }

  private showNow() {
    if (this.paused && this.ranked) {
      this.dirty = true
      return
    }
    this.dirty = false
    const first = !this.ranked
    this.ranked = true
    if (first) this.list.rank()
    this.flushed(first ? [] : this.list.flush(), first)
  }
}
