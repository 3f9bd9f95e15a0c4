import { expect, it } from 'vitest'
import type { Brief, Demand } from '../api/types'
import { briefViews } from './useBriefs'

const demand = (id: string) => ({ id, board: 'sites', name: { en: id } }) as unknown as Demand
const brief = (id: string, demands: string[]) => ({ id, name: { en: id }, demands }) as unknown as Brief

it('A demand stands in its Brief, or is one of its own', () => {
  const views = briefViews([brief('b1', ['d2', 'gone']), brief('b2', [])], [demand('d1'), demand('d2')])
  expect(views.map(({ href, demands }) => [href, ...demands.map(({ id }) => id)])).toEqual([
    ['/briefs/b1', 'd2'],
    ['/briefs/b2'],
    ['/demands/d1', 'd1'],
  ])
})
