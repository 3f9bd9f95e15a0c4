import { describe, expect, it } from 'vitest'
import type { Introduction } from '../../api/introductions'
import { DeskBoard, type Moved } from './deskBoard'
import { Some } from '../Some'

function boardOf(...introductions: Introduction[]) {
  const board = new DeskBoard('me@office')
  board.replace({ sequence: 10, introductions, leads: [Some.lead('l1')], officers: [] })
  board.publish()
  return board
}

const stateOf = (board: DeskBoard, id: string) => board.readCard(id)?.state

describe('The desk', () => {
  it('takes what it missed, or the whole board', () => {
    const board = boardOf(Some.card('a'), Some.card('b'))
    board.apply([Some.happened(12, { gone: 'a' }), Some.happened(14, { leadGone: 'l1' })], false)
    board.publish()
    expect([board.readBoard().cards.map(({ id }) => id), board.readBoard().leads]).toEqual([['b'], []])
    board.replace({ sequence: 3, introductions: [Some.card('c')] })
    board.publish()
    expect(board.readBoard().cards.map(({ id }) => id)).toEqual(['c'])
  })

  it('draws again only the card that changed', () => {
    const board = boardOf(Some.card('a'), Some.card('b'))
    const before = board.readCard('b')
    board.apply([Some.happened(11, { introduction: Some.card('a', { score: 90, version: 2 }) })], true)
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
    board.onMoved((move) => void moves.push(move))
    board.apply(
      [Some.happened(11, { introduction: Some.card('a', { state: 'concluded', version: 2 }), by: 'li@office' })],
      true,
    )
    board.publish()
    expect(stateOf(board, 'a')).toBe('concluded')
    expect(moves.map(({ by }) => by)).toEqual(['li@office'])
  })

  it('tells of no move that was made while the page was away', () => {
    const board = boardOf(Some.card('a'))
    const moves: Moved[] = []
    board.onMoved((move) => void moves.push(move))
    const moved = Some.card('a', { state: 'offered', version: 2 })
    board.apply([Some.happened(11, { introduction: moved, by: 'li@office' })], false)
    expect(moves).toEqual([])
  })

  it('tells nothing of the own move, and takes its answer and its event in either order', () => {
    const board = boardOf(Some.card('a'))
    const moves: Moved[] = []
    board.put(Some.card('a', { state: 'offered', version: 3 }))
    board.onMoved((move) => void moves.push(move))
    board.apply(
      [Some.happened(11, { introduction: Some.card('a', { state: 'suggested', version: 2 }), by: 'me@office' })],
      true,
    )
    board.publish()
    expect([stateOf(board, 'a'), moves]).toEqual(['offered', []])
  })

  it('moves nothing while a card is held', () => {
    const board = boardOf(Some.card('a'))
    board.hold()
    board.apply([Some.happened(11, { gone: 'a' })], true)
    board.publish()
    expect(board.readCard('a')).toBeDefined()
    board.release()
    expect(board.readCard('a')).toBeUndefined()
  })
})
