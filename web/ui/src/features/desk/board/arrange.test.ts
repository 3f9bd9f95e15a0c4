import { describe, expect, it } from 'vitest'
import type { Introduction } from '../../../api/introductions'
import { DeskBoard } from '../../../live/desk/deskBoard'
import { Some } from '../../../live/Some'
import { arrange, loadsOf } from './arrange'
import { moveTo, movesOf } from '../moves'

function boardOf(...introductions: Introduction[]) {
  const board = new DeskBoard('me@office')
  board.replace({ sequence: 10, introductions })
  board.publish()
  return board
}

describe('The columns', () => {
  it('begin with what is due first, and stay the same arrays while nothing in them changes', () => {
    const board = boardOf(
      Some.card('late', { overdue: true }),
      Some.card('never'),
      Some.card('soon', { dueOn: '2026-11-26' }),
      Some.card('b', { state: 'offered' }),
    )
    const first = arrange(board.readBoard().cards, {})
    expect(first.suggested).toEqual(['late', 'soon', 'never'])
    board.put(Some.card('b', { state: 'agreed', version: 2 }))
    const next = arrange(board.readBoard().cards, {}, first)
    expect(next.suggested).toBe(first.suggested)
    expect([next.offered, next.agreed]).toEqual([undefined, ['b']])
  })

  it('hold what the filter asks for, in any language', () => {
    const { cards } = boardOf(
      Some.card('a', { officer: 'li@office' }),
      Some.card('b', { board: 'partners' }),
    ).readBoard()
    expect(arrange(cards, { text: 'ＳＥＥＫＥＲ A' }).suggested).toEqual(['a'])
    expect(arrange(cards, { text: '偉業', board: 'partners' }).suggested).toEqual(['b'])
    expect(arrange(cards, { officer: 'li@office' }).suggested).toEqual(['a'])
  })

  it('give each officer a load', () => {
    const { cards } = boardOf(
      Some.card('a', { officer: 'x' }),
      Some.card('b', { officer: 'x', holder: 'both' }),
      Some.card('c', { officer: 'x', state: 'concluded' }),
    ).readBoard()
    expect(
      loadsOf(
        [
          { officer: 'x', open: 0, waiting: 0 },
          { officer: 'y', open: 9, waiting: 9 },
        ],
        cards,
      ),
    ).toEqual([
      { officer: 'x', open: 2, waiting: 1 },
      { officer: 'y', open: 0, waiting: 0 },
    ])
  })
})

describe('An officer', () => {
  it('may make the moves that came with the card and no others', () => {
    const card = Some.card('a', {
      moves: [
        { act: 'offer', to: 'offered' },
        { act: 'conclude', to: 'concluded' },
      ],
    })
    expect(movesOf(card).map(({ to }) => to)).toEqual(['offered', 'concluded'])
    expect(moveTo(card, 'offered')?.act).toBe('offer')
    expect(moveTo(card, 'introduced')).toBeUndefined()
  })

  it('has no form for what only parties and the clock do, nor for a card without moves', () => {
    expect(movesOf(Some.card('a', { moves: [{ act: 'consent', to: 'agreed' }] }))).toEqual([])
    expect(movesOf(Some.card('a'))).toEqual([])
  })
})
