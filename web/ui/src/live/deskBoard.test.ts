import { describe, expect, it } from 'vitest'
import type { Introduction } from '../api/introductions'
import { DeskBoard, type Moved } from './deskBoard'
import { Some } from './Some'

function boardOf(...introductions: Introduction[]) {
  const board = new DeskBoard('me@office')
  board.answer({ sequence: 10, introductions, leads: [Some.lead('l1')], officers: [] })
  board.publish()
  return board
}

const stateOf = (board: DeskBoard, id: string) => board.readCard(id)?.state

describe('The desk', () => {
  it('applies events in their order and finds a gap', () => {
    const board = boardOf(Some.card('a'))
    expect(board.receive(Some.happened(11, { introduction: Some.card('a', { state: 'offered', version: 2 }) }))).toBe(
      'applied',
    )
    expect(board.receive(Some.happened(11, { gone: 'a' }))).toBe('ignored')
    expect(board.receive(Some.happened(13, { gone: 'a' }))).toBe('gap')
    board.publish()
    expect([stateOf(board, 'a'), board.sequence]).toEqual(['offered', 11])
  })

  it('takes what it missed, or the whole board', () => {
    const board = boardOf(Some.card('a'), Some.card('b'))
    board.answer({
      sequence: 14,
      events: [
        Some.happened(9, { gone: 'b' }),
        Some.happened(12, { gone: 'a' }),
        Some.happened(14, { leadGone: 'l1' }),
      ],
    })
    board.publish()
    expect([board.readBoard().cards.map(({ id }) => id), board.readBoard().leads, board.sequence]).toEqual([
      ['b'],
      [],
      14,
    ])
    board.answer({ sequence: 3, introductions: [Some.card('c')] })
    board.publish()
    expect([board.readBoard().cards.map(({ id }) => id), board.sequence]).toEqual([['c'], 3])
  })

  it('draws again only the card that changed', () => {
    const board = boardOf(Some.card('a'), Some.card('b'))
    const before = board.readCard('b')
    board.receive(Some.happened(11, { introduction: Some.card('a', { score: 90, version: 2 }) }))
    board.see([{ introduction: 'a', officers: ['me@office', 'li@office'] }])
    board.publish()
    expect(board.readCard('b')).toBe(before)
    expect(board.readCard('a')?.viewers).toEqual(['li@office'])
  })

  it('shows a move at once and takes it back when it is refused', () => {
    const board = boardOf(Some.card('a'))
    board.expect('a', 'offered')
    expect([stateOf(board, 'a'), board.readCard('a')?.pending]).toEqual(['offered', true])
    board.rollBack('a')
    expect([stateOf(board, 'a'), board.readCard('a')?.pending]).toEqual(['suggested', false])
  })

  it('shows what a colleague did first in place of the own move', () => {
    const board = boardOf(Some.card('a'))
    const moves: Moved[] = []
    board.expect('a', 'offered')
    board.receive(
      Some.happened(11, { introduction: Some.card('a', { state: 'concluded', version: 2 }), by: 'li@office' }),
      (move) => moves.push(move),
    )
    board.publish()
    expect(stateOf(board, 'a')).toBe('concluded')
    expect(moves.map(({ by }) => by)).toEqual(['li@office'])
  })

  it('tells nothing of the own move, and takes its answer and its event in either order', () => {
    const board = boardOf(Some.card('a'))
    const moves: Moved[] = []
    board.put(Some.card('a', { state: 'offered', version: 3 }))
    board.receive(
      Some.happened(11, { introduction: Some.card('a', { state: 'suggested', version: 2 }), by: 'me@office' }),
      (move) => moves.push(move),
    )
    board.publish()
    expect([stateOf(board, 'a'), moves]).toEqual(['offered', []])
  })

  it('moves nothing while a card is held', () => {
    const board = boardOf(Some.card('a'))
    board.hold()
    board.receive(Some.happened(11, { gone: 'a' }))
    board.publish()
    expect(board.readCard('a')).toBeDefined()
    board.release()
    expect(board.readCard('a')).toBeUndefined()
  })
})
