import { describe, expect, it } from 'vitest'
import type { Firm } from '../../api/types'
import { walkingMinutes } from '../../map/rings/walking'
import { bands, boxAround, held, inBand, neighbours } from './nearby'

const here = { lat: 22.31, lon: 114.22 }
const firm = (id: string, lat?: number, buildingId?: string): Firm => ({
  id,
  version: 1,
  public: true,
  values: lat === undefined ? {} : { location: { lat, lon: 114.22 } },
  ...(buildingId && { buildingId }),
})

describe('partners beside a space', () => {
  it('takes a kilometre of streets for twelve minutes and a half', () =>
    expect(walkingMinutes(here, { lat: 22.31 + 1000 / 1.3 / 111_195, lon: 114.22 })).toBe(13))

  it('puts those upstairs first and leaves out what is too far or nowhere', () =>
    expect(
      neighbours(
        [firm('far', 22.4), firm('near', 22.3105), firm('b', undefined, 'b1'), firm('nowhere'), firm('a', 22.31, 'b1')],
        'b1',
        here,
      ).map(({ firm: { id }, minutes }) => [id, minutes]),
    ).toEqual([
      ['a', 0],
      ['b', 0],
      ['near', 1],
    ]))

  it('looks in a box that holds the farthest walk', () => {
    const [west, south, east, north] = boxAround(here).split(',').map(Number) as [number, number, number, number]
    expect(walkingMinutes(here, { lat: north, lon: 114.22 })).toBeGreaterThan(15)
    expect(walkingMinutes(here, { lat: 22.31, lon: east })).toBeGreaterThan(15)
    expect([west < here.lon, south < here.lat]).toEqual([true, true])
  })

  it('has one heading for each walk', () =>
    expect([1, 5, 6, 10, 11, 15].map((minutes) => bands.find((band) => inBand(minutes, band)))).toEqual([
      5, 5, 10, 10, 15, 15,
    ]))

  it('moves no row: what came stands at the end, what went stays greyed', () => {
    const at = (id: string, minutes: number) => ({ firm: firm(id), minutes })
    expect(held([at('a', 1), at('b', 2)], [at('c', 1), at('b', 2)])).toEqual([
      { ...at('a', 1), gone: true },
      at('b', 2),
      at('c', 1),
    ])
  })
})
