import { expect, it } from 'vitest'
import { sorted } from './sorting'

const mutual: Record<string, number> = { b: 40, c: 90, d: 40 }

it('By both sides: the higher first, equals in their own order, those that nobody seeks last', () => {
  expect(sorted(['a', 'b', 'c', 'd', 'e'], 'mutual', (id) => mutual[id])).toEqual(['c', 'b', 'd', 'a', 'e'])
  expect(sorted(['a', 'b', 'c'], 'score', (id) => mutual[id])).toEqual(['a', 'b', 'c'])
})
