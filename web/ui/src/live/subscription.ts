import { Pacer } from './pacer'

/** Calls a method of the hub. */
export type Invoke = <T>(method: string, ...args: unknown[]) => Promise<T>

/** One thing to follow on the hub. */
export interface Topic<Answer> {
  /** Messages with this key belong to the topic. */
  key: string
  /** Asks for everything after `last`, or for everything where that is null. Left out: the server tells unasked. */
  ask?: (invoke: Invoke, last: number | null) => Promise<Answer>
  leave?: (invoke: Invoke) => Promise<void>
}

/** Each message of a numbered topic has the next number; all events of one message share it. */
export interface Numbered {
  sequence?: number | undefined
}

/** Either everything at that number, or the events since the number that was asked with. */
export interface Answered<Event> {
  sequence?: number
  events?: Event[]
}

/** The state that follows a topic. It knows no numbers: it receives every event once and in order. */
export interface Reducer<Event, Answer> {
  /** Everything as the server holds it now. */
  replace: (answer: Answer) => void
  /** `live`: the events happened just now, not while the page was away. */
  apply: (events: Event[], live: boolean) => void
  /** Brings on screen what has changed. */
  publish: () => void
}

export type Received = 'applied' | 'ignored' | 'gap'

/**
 * Keeps a reducer in step with one topic. Messages that overtake the answer to a question wait for it; a missing number
 * is reported as a gap, and the connection asks again. While paused the state follows, but nothing on screen changes.
 */
export class Subscription<Event extends Numbered, Answer extends Answered<Event>> {
  readonly topic: Topic<Answer>
  /** The topic may not be followed, or no longer. */
  readonly refused: () => void
  /** The last number that was applied; null: nothing yet. */
  last: number | null = null
  private readonly reducer: Reducer<Event, Answer>
  private readonly pacer: Pacer
  private asking: boolean
  private early: Event[][] = []

  constructor(topic: Topic<Answer>, reducer: Reducer<Event, Answer>, refused: () => void = () => {}) {
    this.topic = topic
    this.reducer = reducer
    this.refused = refused
    this.pacer = new Pacer(() => reducer.publish())
    this.asking = Boolean(topic.ask)
  }

  /** The number to ask with. */
  question() {
    this.asking = true
    return this.last
  }

  answered(answer: Answer): Received {
    this.asking = false
    this.take(answer)
    const early = this.early
    this.early = []
    return early.map((events) => this.received(events)).includes('gap') ? 'gap' : 'applied'
  }

  /** One message. */
  received(events: Event[]): Received {
    if (this.asking) {
      this.early.push(events)
      return 'ignored'
    }
    const sequence = events[0]?.sequence
    if (sequence !== undefined) {
      if (this.last === null || sequence <= this.last) return 'ignored'
      if (sequence > this.last + 1) return 'gap'
      this.last = sequence
    }
    this.reducer.apply(events, true)
    this.pacer.soon()
    return 'applied'
  }

  /** Everything, as polling brought it while there is no connection. */
  polled(answer: Answer) {
    if ((answer.sequence ?? 0) >= (this.last ?? 0)) this.take(answer)
  }

  setPaused(paused: boolean) {
    this.pacer.setPaused(paused)
  }

  stop() {
    this.pacer.stop()
  }

  private take(answer: Answer) {
    const { last } = this
    if (answer.events) {
      const news = answer.events.filter(({ sequence }) => sequence === undefined || sequence > (last ?? 0))
      this.reducer.apply(news, false)
      this.last = Math.max(answer.sequence ?? 0, last ?? 0)
    } else {
      this.reducer.replace(answer)
      this.last = answer.sequence ?? null
    }
    this.pacer.now()
  }
}
