import { describe, expect, it } from 'vitest'
import { freshIn, looked, settled, type Sources } from './seen'

describe('What was seen of the news', () => {
  const first = settled({}, { d1: ['a', 'b'] })

  it('takes a list that was never looked at as seen', () => {
    expect(first).toEqual({ d1: ['a', 'b'] })
    expect(freshIn({}, { d1: ['a'] }, 'd1')).toEqual([])
  })

  it('is fresh until somebody looks', () => {
    const now: Sources = { d1: ['a', 'b', 'c'] }
    const seen = settled(first, now)
    expect(freshIn(seen, now, 'd1')).toEqual(['c'])
    expect(freshIn(looked(seen, now), now, 'd1')).toEqual([])
  })

  it('is fresh again once it has gone and come back', () => {
    const seen = settled(first, { d1: ['a'] })
    expect(freshIn(seen, { d1: ['a', 'b'] }, 'd1')).toEqual(['b'])
  })

  it('keeps what was seen of a list that is not read yet', () => {
    expect(settled(first, { d2: ['x'] })).toEqual({ d1: ['a', 'b'], d2: ['x'] })
    expect(looked(first, { d2: ['x'] })).toBe(first)
  })

  it('stays the same object where nothing is new, so that nothing is drawn again', () => {
    expect(settled(first, { d1: ['b', 'a'] })).toBe(first)
    expect(looked(first, { d1: ['a'] })).toBe(first)
  })
})
