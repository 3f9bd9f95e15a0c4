import { describe, expect, it } from 'vitest'
import type { Criterion } from '../../api/types'
import { reachesOf } from './reaches'

const of = { lat: 22.31206, lon: 114.22653 }
const exits = [of, { lat: 22.3156, lon: 114.21895 }]
const criterion = (rest: Partial<Criterion>): Criterion => ({
  attribute: 'location',
  op: 'within',
  strength: 'must',
  weight: 5,
  ...rest,
})

describe('What a requirement draws on the map', () => {
  it('is a ring by exactly its metres, around its own place', () =>
    expect(reachesOf([criterion({ of, limit: 615 })], exits)).toEqual([{ around: [of], metres: 615, must: true }]))
  it('is a ring around every exit of a station where any station does', () =>
    expect(
      reachesOf([criterion({ attribute: 'stationDistance', op: 'atMost', limit: 400, strength: 'prefer' })], exits),
    ).toEqual([{ around: exits, metres: 400, must: false }]))
  it('is nothing for other criteria, nor while one is not complete', () =>
    expect(
      reachesOf(
        [
          criterion({ attribute: 'rent', op: 'atMost', limit: 150 }),
          criterion({ attribute: 'stationDistance', op: 'atLeast', limit: 400 }),
          criterion({ limit: 500 }),
          criterion({ of }),
          criterion({ of, limit: 0 }),
        ],
        exits,
      ),
    ).toEqual([]))
  it('waits for the stations', () =>
    expect(reachesOf([criterion({ attribute: 'stationDistance', op: 'atMost', limit: 400 })], [])).toEqual([]))
})
