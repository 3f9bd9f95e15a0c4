import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Match, MatchEvent, Watched } from '../api/types'
import { DemandFeed } from './demandFeed'
import { byRank, MatchList } from './matchList'
import { Some } from './Some'

/** The server's side of one feed: what a fresh request answers, and everything since any number. */
class Server {
  sequence = 0
  readonly matches = new Map<string, Match>()
  readonly log: MatchEvent[] = []

  change(id: string, score: number | undefined): MatchEvent[] {
    const held = this.matches.has(id)
    if (score === undefined && !held) return []
    this.sequence++
    const event =
      score === undefined
        ? Some.gone(this.sequence, id)
        : held
          ? Some.changed(this.sequence, id, score)
          : Some.appeared(this.sequence, id, score)
    if (event.match) this.matches.set(id, event.match)
    else this.matches.delete(id)
    this.log.push(event)
    return [event]
  }

  answer(after: number | null, tooOld = 0): Watched {
    if (after === null || after < tooOld) return { sequence: this.sequence, matches: this.fresh() }
    return { sequence: this.sequence, events: this.log.filter((event) => event.sequence > after) }
  }

  fresh = () => [...this.matches.values()].sort(byRank)
}

describe('A demand feed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'ends in the state of a fresh request after drops, duplicates and reconnections (seed %d)',
    (seed) => {
      const chance = Some.chance(seed)
      const server = new Server()
      const list = new MatchList()
      const questions: (() => void)[] = []
      const feed: DemandFeed = new DemandFeed(
        'd1',
        list,
        {
          ask: async (watcher) => {
            const last = watcher.last()
            questions.push(() => watcher.watched(server.answer(last, chance() < 0.2 ? server.sequence : 0)))
          },
        },
        () => {},
      )
      const answerOne = () => questions.shift()?.()
      const ask = () => {
        const last = feed.last()
        questions.push(() => feed.watched(server.answer(last)))
      }
      ask()
      const sent: MatchEvent[][] = []
      for (let step = 0; step < 600; step++) {
        const events = server.change(
          `s${Math.floor(chance() * 25)}`,
          chance() < 0.3 ? undefined : 50 + Math.floor(chance() * 50),
        )
        if (events.length) sent.push(events)
        if (events.length && chance() < 0.8) feed.received(events)
        if (chance() < 0.1 && sent.length) feed.received(sent[Math.floor(chance() * sent.length)]!)
        if (chance() < 0.3) answerOne()
        if (chance() < 0.02) ask()
        if (chance() < 0.05) list.rank()
        if (chance() < 0.05) feed.setPaused(chance() < 0.5)
        vi.advanceTimersByTime(Math.floor(chance() * 200))
      }
      ask()
      while (questions.length) answerOne()
      feed.setPaused(false)
      vi.advanceTimersByTime(1000)
      list.rank()
      expect(list.readList().order).toEqual(server.fresh().map((match) => match.id))
      expect(list.matches()).toEqual(server.fresh())
      expect(list.readList().pending).toBe(0)
      expect(list.sequence).toBe(server.sequence)
    },
  )

  it('shows the first message at once and those of the next 100 ms together', () => {
    const flushed = vi.fn()
    const list = new MatchList()
    const feed = new DemandFeed('d1', list, { ask: async () => {} }, flushed)
    feed.watched({ sequence: 0, matches: [Some.match('a', 50)] })
    feed.received([Some.changed(1, 'a', 51)])
    expect(list.readRow('a')?.match.score).toBe(51)
    feed.received([Some.changed(2, 'a', 52)])
    feed.received([Some.changed(3, 'a', 53)])
    expect(list.readRow('a')?.match.score).toBe(51)
    vi.advanceTimersByTime(100)
    expect(list.readRow('a')?.match.score).toBe(53)
    expect(flushed).toHaveBeenCalledTimes(3)
  })

  it('changes nothing on screen while paused, and all of it afterwards', () => {
    const list = new MatchList()
    const feed = new DemandFeed('d1', list, { ask: async () => {} }, () => {})
    feed.watched({ sequence: 0, matches: [Some.match('a', 50)] })
    feed.setPaused(true)
    feed.received([Some.changed(1, 'a', 60)])
    vi.advanceTimersByTime(5000)
    expect(list.readRow('a')?.match.score).toBe(50)
    feed.setPaused(false)
    expect(list.readRow('a')?.match.score).toBe(60)
  })

  it('asks for what it missed when a number is missing', () => {
    const ask = vi.fn(async () => {})
    const feed = new DemandFeed('d1', new MatchList(), { ask }, () => {})
    feed.watched({ sequence: 3, matches: [] })
    feed.received([Some.appeared(5, 'a', 60)])
    expect(ask).toHaveBeenCalledOnce()
  })
})
