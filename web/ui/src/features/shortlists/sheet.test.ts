import { expect, it } from 'vitest'
import type { SheetItem } from '../../api/types'
import { boardsOf, moved, sideBySide } from './sheet'

const item = (id: string, board = 'sites') => ({ item: id, board }) as SheetItem

it.each([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
  [7, 1, ['a', 'b', 'c']],
])('The entry at %i moves by %i, and never out of the list', (at, by, order) =>
  expect(moved(['a', 'b', 'c'], at, by)).toEqual(order),
)

it('Items stand by board in their own order, each with what its board was asked', () => {
  const criteria = [{ attribute: 'area', op: 'atLeast' as const }]
  const found = boardsOf([item('f', 'partners'), item('a'), item('g', 'partners')], [{ board: 'sites', criteria }])
  expect(found.map(({ board, items }) => [board, items.map((one) => one.item)])).toEqual([
    ['partners', ['f', 'g']],
    ['sites', ['a']],
  ])
  expect(found[1]!.criteria).toBe(criteria)
})

it('Six stand side by side unless some were chosen', () => {
  const items = [...'abcdefgh'].map((id) => item(id))
  expect(sideBySide(items, undefined)).toHaveLength(6)
  expect(sideBySide(items, ['h', 'b']).map((one) => one.item)).toEqual(['b', 'h'])
})
