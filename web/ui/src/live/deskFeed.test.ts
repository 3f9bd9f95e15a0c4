import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskBoard } from './deskBoard'
import { DeskFeed } from './deskFeed'
import { Some } from './Some'

function feedOf() {
  const board = new DeskBoard('me@office')
  const askDesk = vi.fn()
  const feed = new DeskFeed(board, { askDesk })
  feed.last()
  return { board, askDesk, feed }
}

describe('The feed of the desk', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('keeps events that overtake the first answer', () => {
    const { board, feed } = feedOf()
    feed.received(Some.happened(2, { introduction: Some.card('a', { state: 'offered', version: 2 }) }))
    feed.answered({ sequence: 1, introductions: [Some.card('a')] })
    vi.runAllTimers()
    expect([board.readCard('a')?.state, board.sequence]).toEqual(['offered', 2])
  })

  it('asks again for what is missing', () => {
    const { askDesk, feed } = feedOf()
    feed.answered({ sequence: 1, introductions: [] })
    feed.received(Some.happened(3, { gone: 'a' }))
    expect(askDesk).toHaveBeenCalledWith(feed)
  })

  it('shows the first event at once and those that follow together', () => {
    const { board, feed } = feedOf()
    feed.answered({ sequence: 1, introductions: [Some.card('a'), Some.card('b'), Some.card('c')] })
    const drawn = vi.fn()
    board.subscribe(drawn)
    for (const [index, id] of ['a', 'b', 'c'].entries()) feed.received(Some.happened(index + 2, { gone: id }))
    expect(drawn).toHaveBeenCalledTimes(1)
    vi.runAllTimers()
    expect(drawn).toHaveBeenCalledTimes(2)
    expect(board.readBoard().cards).toEqual([])
  })
})
