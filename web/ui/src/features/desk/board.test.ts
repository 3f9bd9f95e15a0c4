import { describe, expect, it } from 'vitest'
import type { DeskEvent, Introduction } from '../../api/introductions'
import { arrange, loadsOf } from './arrange'
import { DeskBoard, type Moved } from './board'
import { actOf, movesFrom } from './moves'

const Some = {
  card: (id: string, part: Partial<Introduction> = {}): Introduction => ({
    id, board: 'sites', state: 'suggested', seeker: { name: `Seeker ${id}`, alias: { en: 'S' } }, counterpart: { name: { zhHant: '偉業' }, alias: { en: 'C' } },
    createdAt: '2026-11-20T01:00:00Z', movedAt: '2026-11-20T01:00:00Z', holder: 'officer', meetings: [], version: 1, ...part,
  }),
  event: (sequence: number, part: Omit<DeskEvent, 'sequence'>): DeskEvent => ({ sequence, ...part }),
  lead: (key: string) => ({ key, board: 'sites' as const, demand: 'd1', match: 'b1/s1', score: 80, verdict: 'match' as const, at: '2026-11-20T01:00:00Z' }),
}

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
    expect(board.receive(Some.event(11, { introduction: Some.card('a', { state: 'offered', version: 2 }) }))).toBe('applied')
    expect(board.receive(Some.event(11, { gone: 'a' }))).toBe('ignored')
    expect(board.receive(Some.event(13, { gone: 'a' }))).toBe('gap')
    board.publish()
    expect([stateOf(board, 'a'), board.sequence]).toEqual(['offered', 11])
  })

  it('takes what it missed, or the whole board', () => {
    const board = boardOf(Some.card('a'), Some.card('b'))
    board.answer({ sequence: 14, events: [Some.event(9, { gone: 'b' }), Some.event(12, { gone: 'a' }), Some.event(14, { leadGone: 'l1' })] })
    board.publish()
    expect([board.readBoard().cards.map(({ id }) => id), board.readBoard().leads, board.sequence]).toEqual([['b'], [], 14])
    board.answer({ sequence: 3, introductions: [Some.card('c')] })
    board.publish()
    expect([board.readBoard().cards.map(({ id }) => id), board.sequence]).toEqual([['c'], 3])
  })

  it('draws again only the card that changed', () => {
    const board = boardOf(Some.card('a'), Some.card('b'))
    const before = board.readCard('b')
    board.receive(Some.event(11, { introduction: Some.card('a', { score: 90, version: 2 }) }))
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
    board.receive(Some.event(11, { introduction: Some.card('a', { state: 'concluded', version: 2 }), by: 'li@office' }), (move) => moves.push(move))
    board.publish()
    expect(stateOf(board, 'a')).toBe('concluded')
    expect(moves.map(({ by }) => by)).toEqual(['li@office'])
  })

  it('tells nothing of the own move, and takes its answer and its event in either order', () => {
    const board = boardOf(Some.card('a'))
    const moves: Moved[] = []
    board.put(Some.card('a', { state: 'offered', version: 3 }))
    board.receive(Some.event(11, { introduction: Some.card('a', { state: 'suggested', version: 2 }), by: 'me@office' }), (move) => moves.push(move))
    board.publish()
    expect([stateOf(board, 'a'), moves]).toEqual(['offered', []])
  })

  it('moves nothing while a card is held', () => {
    const board = boardOf(Some.card('a'))
    board.hold()
    board.receive(Some.event(11, { gone: 'a' }))
    board.publish()
    expect(board.readCard('a')).toBeDefined()
    board.release()
    expect(board.readCard('a')).toBeUndefined()
  })
})

describe('The columns', () => {
  it('begin with what is due first, and stay the same arrays while nothing in them changes', () => {
    const board = boardOf(Some.card('late', { overdue: true }), Some.card('never'), Some.card('soon', { dueOn: '2026-11-26' }), Some.card('b', { state: 'offered' }))
    const first = arrange(board.readBoard().cards, {})
    expect(first.suggested).toEqual(['late', 'soon', 'never'])
    board.put(Some.card('b', { state: 'agreed', version: 2 }))
    const next = arrange(board.readBoard().cards, {}, first)
    expect(next.suggested).toBe(first.suggested)
    expect([next.offered, next.agreed]).toEqual([undefined, ['b']])
  })

  it('hold what the filter asks for, in any language', () => {
    const { cards } = boardOf(Some.card('a', { officer: 'li@office' }), Some.card('b', { board: 'partners' })).readBoard()
    expect(arrange(cards, { text: 'ＳＥＥＫＥＲ A' }).suggested).toEqual(['a'])
    expect(arrange(cards, { text: '偉業', board: 'partners' }).suggested).toEqual(['b'])
    expect(arrange(cards, { officer: 'li@office' }).suggested).toEqual(['a'])
  })

  it('give each officer a load', () => {
    const { cards } = boardOf(Some.card('a', { officer: 'x' }), Some.card('b', { officer: 'x', holder: 'both' }), Some.card('c', { officer: 'x', state: 'concluded' })).readBoard()
    expect(loadsOf([{ officer: 'x', open: 0, waiting: 0 }, { officer: 'y', open: 9, waiting: 9 }], cards)).toEqual([
      { officer: 'x', open: 2, waiting: 1 }, { officer: 'y', open: 0, waiting: 0 }])
  })
})

describe('An officer', () => {
  it('may make the moves of the table and no others', () => {
    expect(movesFrom('suggested').map(([to]) => to)).toEqual(['offered', 'concluded'])
    expect(movesFrom('offered')).toEqual([])
    expect(actOf('agreed', 'introduced')).toBe('introduce')
    expect(actOf('expired', 'offered')).toBe('restart')
    expect(actOf('introduced', 'offered')).toBeUndefined()
  })
})
