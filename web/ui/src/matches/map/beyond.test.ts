import { describe, expect, it } from 'vitest'
import type { MapPoint } from '../../map/basemap'
import { bounds } from '../../map/basemap'
import { metresBetween } from '../../map/rings/walking'
import { centre, farOf, isBeyond, schematic } from './beyond'

const point = (id: string, lon: number, lat: number, score?: number): MapPoint => ({
  id,
  lon,
  lat,
  score,
  name: id,
  label: '',
  said: '',
  possible: false,
  near: false,
  gone: false,
})

describe('Results beyond the base map', () => {
  it('stand by place, the nearest first, the best of each first; what lies on the map is not among them', () => {
    const points = [
      point('here', 114.22, 22.31, 90),
      point('cyber', 114.13, 22.26, 50),
      point('park 1', 114.21, 22.427, 60),
      point('park 2', 114.212, 22.425, 80),
      point('loop', 114.08, 22.515, 70),
    ]
    const far = farOf(points, ({ id }) => id.split(' ')[0]!)
    expect(far.map(({ name, points: all }) => [name, all.map(({ id }) => id)])).toEqual([
      ['cyber', ['cyber']],
      ['park', ['park 2', 'park 1']],
      ['loop', ['loop']],
    ])
    expect(far[0]!.metres).toBeCloseTo(metresBetween({ lon: 114.13, lat: 22.26 }, centre), 6)
  })

  it('are told from what lies on its edge', () => {
    expect(isBeyond({ lon: bounds[0], lat: bounds[1] })).toBe(false)
    expect(isBeyond({ lon: bounds[0] - 1e-9, lat: bounds[1] })).toBe(true)
  })

  it('lie in the drawing, as far apart as they are in the world', () => {
    const places = [
      { lon: 114.13, lat: 22.26 },
      { lon: 114.21, lat: 22.427 },
      { lon: 114.08, lat: 22.515 },
    ]
    const { at, kilometre } = schematic(places, 264, 208, 34)
    for (const place of places) {
      const { x, y } = at(place)
      expect(x).toBeGreaterThanOrEqual(34 - 1e-6)
      expect(x).toBeLessThanOrEqual(264 - 34 + 1e-6)
      expect(y).toBeGreaterThanOrEqual(34 - 1e-6)
      expect(y).toBeLessThanOrEqual(208 - 34 + 1e-6)
      for (const other of places) {
        const apart = Math.hypot(at(other).x - x, at(other).y - y) / kilometre
        expect(Math.abs(apart * 1_000 - metresBetween(place, other))).toBeLessThan(100)
      }
    }
  })
})
