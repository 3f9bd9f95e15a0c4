import { describe, expect, it } from 'vitest'
import type { Pin } from '../../../api/introductions'
import { placed } from '../../../matches/list/sorting'
import { placingOf } from './pins'

const pin = (match: string, kind: Pin['kind'], approvedBy?: string): Pin => ({
  id: match,
  demand: 'd1',
  match,
  kind,
  reason: 'r',
  proposedBy: 'a@b',
  version: 1,
  ...(approvedBy && { approvedBy }),
})

describe('A place by hand', () => {
  it('puts a match first or last once a second officer approved it, and leaves the others in their order', () => {
    const placing = placingOf([pin('c', 'pin', 'x@y'), pin('a', 'demote', 'x@y'), pin('d', 'pin')])
    expect(placed(['a', 'b', 'c', 'd'], placing)).toEqual(['c', 'b', 'd', 'a'])
  })
  it('leaves the very list where nothing stands', () => {
    const ids = ['a', 'b']
    expect(placed(ids, placingOf([pin('b', 'pin')]))).toBe(ids)
  })
})
