import type { DeskAnswer, DeskEvent, Presence } from '../api/introductions'
import type { DeskWatcher, LiveConnection } from './connection'
import type { DeskBoard, Moved } from './deskBoard'

const publishEvery = 100

/** Keeps the board in step with the hub: the first news after a quiet time shows at once, later ones together. */
export class DeskFeed implements DeskWatcher {
  private readonly board: DeskBoard
  private readonly connection: Pick<LiveConnection, 'askDesk'>
  private readonly moved: (move: Moved) => void
  readonly refused: () => void
  private asking = true
  private early: DeskEvent[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private dirty = false

  constructor(
    board: DeskBoard,
    connection: Pick<LiveConnection, 'askDesk'>,
    moved: (move: Moved) => void = () => {},
    refused: () => void = () => {},
  ) {
    this.board = board
    this.connection = connection
    this.moved = moved
    this.refused = refused
  }

  last = () => {
    // Events that overtake the answer to this question wait for it.
    this.asking = true
    return this.board.sequence
  }

  answered = (answer: DeskAnswer) => {
    this.asking = false
    this.board.answer(answer)
    this.board.publish()
    const early = this.early
    this.early = []
    for (const event of early) this.received(event)
  }

  received = (event: DeskEvent) => {
    if (this.asking) {
      this.early.push(event)
      return
    }
    const outcome = this.board.receive(event, this.moved)
    if (outcome === 'gap') void this.connection.askDesk(this)
    else if (outcome === 'applied') this.show()
  }

  presence = (presence: Presence[]) => {
    this.board.see(presence)
    this.show()
  }

  stop() {
    clearTimeout(this.timer)
  }

  private show() {
    this.dirty = true
    if (this.timer) return
    this.dirty = false
    this.board.publish()
    this.timer = setTimeout(() => {
      this.timer = undefined
      if (this.dirty) this.show()
    }, publishEvery)
  }
}
