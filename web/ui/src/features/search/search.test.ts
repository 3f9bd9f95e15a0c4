import { describe, expect, it } from 'vitest'
import { asRequirement, inOrder, type BoardResults, understood, withMatch } from './search'

const found = (board: BoardResults['board'], count: number): BoardResults => ({
  board,
  count,
  criteria: [{ attribute: 'needs', op: 'covers', value: 'process/machining' }],
  matches: [],
})

describe('what a search finds', () => {
  it('shows the boards that have something first and keeps their order', () =>
    expect(
      inOrder([found('sites', 0), found('partners', 2), found('research', 0), found('opportunities', 1)]).map(
        ({ board }) => board,
      ),
    ).toEqual(['partners', 'opportunities', 'sites', 'research']))

  it('becomes a requirement on its board, whatever the codes hold', () => {
    const link = new URL(asRequirement(found('partners', 1)), 'http://x')
    expect(link.pathname).toBe('/partners')
    expect(JSON.parse(link.searchParams.get('criteria')!)).toEqual([
      { attribute: 'needs', op: 'covers', value: 'process/machining' },
    ])
  })
})

describe('A link to what was found', () => {
  const results = {
    board: 'partners' as const,
    criteria: [{ attribute: 'capabilities', op: 'covers' as const, value: 'a & b' }],
  }
  const parsed = (link: string) => new URL(link, 'http://x')
  it('opens the board with the requirement and the match', () => {
    const link = parsed(withMatch(results, 'b1/s1+b1/s2'))
    expect(link.pathname).toBe('/partners')
    expect(JSON.parse(link.searchParams.get('criteria')!)).toEqual(results.criteria)
    expect(link.searchParams.get('match')).toBe('b1/s1+b1/s2')
  })
  it('takes stretches with their meanings and stretches alone', () =>
    expect(understood(['cnc', { text: 'psf', boards: { sites: ['floorLoading'] } }])).toEqual([
      { text: 'cnc', boards: {} },
      { text: 'psf', boards: { sites: ['floorLoading'] } },
    ]))
})
