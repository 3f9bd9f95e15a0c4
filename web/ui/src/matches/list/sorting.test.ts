import { expect, it } from 'vitest'
import type { Schema } from '../../api/boards'
import type { Criterion } from '../../api/types'
import { sortable, sorted } from './sorting'

const ranks: Record<string, number> = { b: 2, c: 1, d: 2 }

it('puts the least rank first, equals in their own order, and what has none last', () => {
  expect(sorted(['a', 'b', 'c', 'd', 'e'], (id) => ranks[id])).toEqual(['c', 'b', 'd', 'a', 'e'])
  expect(sorted(['a', 'b', 'c'], undefined)).toEqual(['a', 'b', 'c'])
})

it('offers the numbers and days that are asked for, then the usual ones of the board, each once', () => {
  const kinds = { area: 'number', rent: 'number', uses: 'uses', availableFrom: 'date', lifts: 'number' }
  const schema = {
    attributes: [],
    byCode: new Map(Object.entries(kinds).map(([code, kind]) => [code, { code, kind }])),
  } as unknown as Schema
  const criteria = ['uses', 'availableFrom', 'rent'].map((attribute) => ({ attribute }) as Criterion)

  expect(sortable(schema, criteria)).toEqual(['availableFrom', 'rent', 'area'])
})
