import { describe, expect, it } from 'vitest'
import type { Building, Match } from '../../../api/types'
import { byDistrict, spotsOf } from './district'

const building = (id: string, district: string, lat?: number): Building => ({
  id,
  values: { district, ...(lat !== undefined && { location: { lat, lon: 114.2 } }) },
  public: true,
  version: 1,
})
const free = (id: string): Match => ({ id, verdict: 'match', score: 100, certainty: 1, unknownMusts: 0, parts: [] })

describe('The district on the map', () => {
  const spots = spotsOf(
    [
      building('a', 'kwunTong', 22.31),
      building('b', 'kowloonBay', 22.32),
      building('c', 'kwunTong'),
      building('d', 'kwunTong', 22.3),
    ],
    [free('a/s1'), free('a/s2'), free('b/s1'), free('c/s1')],
  )
  it('counts the free spaces of each building and draws those with most of them last', () =>
    expect(spots.map(({ id, free }) => [id, free])).toEqual([
      ['d', 0],
      ['b', 1],
      ['a', 2],
    ]))
  it('adds them up by district, most first, and leaves out a district that has none', () =>
    expect(byDistrict(spots)).toEqual([
      { district: 'kwunTong', free: 2 },
      { district: 'kowloonBay', free: 1 },
    ]))
})
