import { describe, expect, it } from 'vitest'
import { asRequirement, type BoardResults, inOrder } from './search'

const found = (board: BoardResults['board'], count: number): BoardResults => ({ board, count, criteria: [{ attribute: 'needs', op: 'covers', value: 'process/machining' }], matches: [] })

describe('what a search finds', () => {
  it('shows the boards that have something first and keeps their order', () =>
    expect(inOrder([found('sites', 0), found('partners', 2), found('research', 0), found('opportunities', 1)]).map(({ board }) => board))
      .toEqual(['partners', 'opportunities', 'sites', 'research']))

  it('becomes a requirement on its board, whatever the codes hold', () => {
    const link = new URL(asRequirement(found('partners', 1)), 'http://x')
    expect(link.pathname).toBe('/partners')
    expect(JSON.parse(link.searchParams.get('criteria')!)).toEqual([{ attribute: 'needs', op: 'covers', value: 'process/machining' }])
  })
})
