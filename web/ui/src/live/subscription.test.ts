import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Match, MatchEvent } from '../api/types'
import { demandSubscription } from './lists/useDemandList'
import { byRank, MatchList } from './lists/matchList'
import { Some } from './Some'
import { Subscription } from './subscription'
import type { DemandAnswer } from './topics'

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

  answer(after: number | null, tooOld = 0): DemandAnswer {
    if (after === null || after < tooOld) return { sequence: this.sequence, matches: this.fresh() }
    return { sequence: this.sequence, events: this.log.filter((event) => event.sequence > after) }
  }

  fresh = () => [...this.matches.values()].sort(byRank)
}

describe('A subscription', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'ends in the state of a fresh request after drops, duplicates and reconnections (seed %d)',
    (seed) => {
      const chance = Some.chance(seed)
      const server = new Server()
      const list = new MatchList()
      const questions: (() => void)[] = []
      const subscription = demandSubscription('d1', list, () => {})
      const ask = (tooOld = 0) => {
        const last = subscription.question()
        questions.push(() => {
          if (subscription.answered(server.answer(last, tooOld)) === 'gap') ask()
        })
      }
      const send = (events: MatchEvent[]) => {
        if (subscription.received(events) === 'gap') ask(chance() < 0.2 ? server.sequence : 0)
      }
      ask()
      const sent: MatchEvent[][] = []
      for (let step = 0; step < 600; step++) {
        const events = server.change(
          `s${Math.floor(chance() * 25)}`,
          chance() < 0.3 ? undefined : 50 + Math.floor(chance() * 50),
        )
        if (events.length) sent.push(events)
        if (events.length && chance() < 0.8) send(events)
        if (chance() < 0.1 && sent.length) send(sent[Math.floor(chance() * sent.length)]!)
        if (chance() < 0.3) questions.shift()?.()
        if (chance() < 0.02) ask()
        if (chance() < 0.05) list.rank()
        if (chance() < 0.05) subscription.setPaused(chance() < 0.5)
        vi.advanceTimersByTime(Math.floor(chance() * 200))
      }
      ask()
      while (questions.length) questions.shift()!()
      subscription.setPaused(false)
      vi.advanceTimersByTime(1000)
      list.rank()
      expect(list.readList().order).toEqual(server.fresh().map((match) => match.id))
      expect(list.matches()).toEqual(server.fresh())
      expect(list.readList().pending).toBe(0)
      expect(subscription.last).toBe(server.sequence)
    },
  )

  /** Holds the names that it heard. */
  const follow = (ask = true) => {
    const heard: string[] = []
    const publish = vi.fn()
    const subscription = new Subscription<{ sequence?: number; name: string }, { sequence?: number; events?: never[] }>(
      { key: 'k', ...(ask && { ask: async () => ({}) }) },
      {
        replace: () => void heard.push('all'),
        apply: (events) => events.forEach(({ name }) => heard.push(name)),
        publish,
      },
    )
    return { subscription, heard, publish }
  }

  it('keeps what overtakes the answer, and tells that something between them is missing', () => {
    const { subscription, heard } = follow()
    expect(subscription.question()).toBeNull()
    subscription.received([{ sequence: 6, name: 'six' }])
    expect(subscription.answered({ sequence: 5 })).toBe('applied')
    expect([heard, subscription.question()]).toEqual([['all', 'six'], 6])
    subscription.received([{ sequence: 9, name: 'nine' }])
    expect(subscription.answered({ sequence: 7, events: [] })).toBe('gap')
    expect(subscription.last).toBe(7)
  })

  it('applies every number once and reports a gap without applying what follows it', () => {
    const { subscription, heard } = follow()
    subscription.answered({ sequence: 5 })
    expect(subscription.received([{ sequence: 5, name: 'five' }])).toBe('ignored')
    expect(subscription.received([{ sequence: 7, name: 'seven' }])).toBe('gap')
    const together = ['a', 'b'].map((name) => ({ sequence: 6, name }))
    expect(subscription.received(together)).toBe('applied')
    expect(subscription.received(together)).toBe('ignored')
    expect(heard).toEqual(['all', 'a', 'b'])
  })

  it('ignores what polling brought where the hub was faster', () => {
    const { subscription, heard } = follow()
    subscription.answered({ sequence: 5 })
    subscription.polled({ sequence: 4 })
    expect(heard).toEqual(['all'])
    subscription.polled({ sequence: 8 })
    expect([heard, subscription.last]).toEqual([['all', 'all'], 8])
  })

  it('takes messages without a number as they come', () => {
    const { subscription, heard } = follow(false)
    expect(subscription.received([{ name: 'a' }])).toBe('applied')
    expect(subscription.received([{ name: 'b' }])).toBe('applied')
    expect(heard).toEqual(['a', 'b'])
  })

  it('draws the first message at once and those of the next 100 ms together', () => {
    const { subscription, publish } = follow()
    subscription.answered({ sequence: 0 })
    for (const sequence of [1, 2, 3]) subscription.received([{ sequence, name: 'x' }])
    expect(publish).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(100)
    expect(publish).toHaveBeenCalledTimes(3)
    vi.advanceTimersByTime(1000)
    expect(publish).toHaveBeenCalledTimes(3)
  })

  it('changes nothing on screen while paused, and all of it afterwards', () => {
    const list = new MatchList()
    const subscription = demandSubscription('d1', list, () => {})
    subscription.setPaused(true)
    subscription.answered({ sequence: 0, matches: [Some.match('a', 50)] })
    expect(list.readRow('a')?.match.score).toBe(50)
    subscription.received([Some.changed(1, 'a', 60)])
    subscription.answered({ sequence: 2, events: [Some.changed(2, 'a', 70)] })
    vi.advanceTimersByTime(5000)
    expect(list.readRow('a')?.match.score).toBe(50)
    subscription.setPaused(false)
    expect(list.readRow('a')?.match.score).toBe(70)
  })
})
