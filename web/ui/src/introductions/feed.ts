import type { DeskAnswer, DeskEvent } from '../api/introductions'
import type { DeskWatcher, LiveConnection } from '../live/connection'
import type { IntroductionList } from './introductionList'

/** Keeps a reader's introductions in step with the hub. */
export class IntroductionFeed implements DeskWatcher {
  private readonly list: IntroductionList
  private readonly connection: Pick<LiveConnection, 'askDesk'>
  private asking = true
  private early: DeskEvent[] = []

  constructor(list: IntroductionList, connection: Pick<LiveConnection, 'askDesk'>) {
    this.list = list
    this.connection = connection
  }

  last = () => {
    // Events that overtake the answer to this question wait for it.
    this.asking = true
    return this.list.sequence
  }

  answered = (answer: DeskAnswer) => {
    this.asking = false
    this.list.answer(answer)
    const early = this.early
    this.early = []
    for (const event of early) this.received(event)
  }

  received = (event: DeskEvent) => {
    if (this.asking) this.early.push(event)
    else if (this.list.receive(event) === 'gap') {
      this.early.push(event)
      void this.connection.askDesk(this)
    }
  }

  refused = () => {}
}
