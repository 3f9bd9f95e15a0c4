import { describe, expect, it } from 'vitest'
import { boardLink } from './links'

describe('What a search found', () => {
  const criteria = [{ attribute: 'capabilities', op: 'covers' as const, value: 'process/machining/cnc & more' }]
  const parsed = (link: string) => new URL(link, 'http://x')
  it('opens on its board as a requirement', () => {
    const link = parsed(boardLink('partners', criteria))
    expect(link.pathname).toBe('/partners')
    expect(JSON.parse(link.searchParams.get('criteria')!)).toEqual(criteria)
    expect(link.searchParams.has('match')).toBe(false)
  })
  it('opens with the match that was chosen', () => expect(parsed(boardLink('sites', [], 'b1/s1+b1/s2')).searchParams.get('match')).toBe('b1/s1+b1/s2'))
})
