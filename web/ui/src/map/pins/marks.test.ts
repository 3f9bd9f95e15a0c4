import { describe, expect, it } from 'vitest'
import type { MapPoint } from '../basemap'
import { scaleOf } from '../world'
import { type Mark, marksOf, nearest, partingZoom } from './marks'

const point = (id: string, lon: number, lat: number, score = 50): MapPoint => ({
  id,
  lon,
  lat,
  score,
  name: id,
  label: String(score),
  said: '',
  possible: false,
  near: false,
  gone: false,
})

/** The same numbers in every run. */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

function scattered(count: number, seed: number) {
  const next = numbers(seed)
  const points: MapPoint[] = []
  for (let index = 0; index < count; index++) {
    const same = index > 0 && next() < 0.2 ? points[Math.floor(next() * points.length)] : undefined
    const [lon, lat] = same ? [same.lon, same.lat] : [114.19 + next() * 0.05, 22.29 + next() * 0.05]
    points.push(point(`s${index}`, lon, lat, Math.round(next() * 100)))
  }
  return points
}

const shape = (marks: Mark[]) => marks.map(({ key, kind, points }) => [key, kind, points.map(({ id }) => id).sort()])
const zooms = [12, 13.7, 15, 16.25, 18]

describe.each([1, 2, 3, 4, 5])('Marks of 300 points, case %i', (seed) => {
  const points = scattered(300, seed)
  it.each(zooms)('lose no point and count none twice at zoom %d', (zoom) => {
    const ids = marksOf(points, scaleOf(zoom)).flatMap((mark) => mark.points.map(({ id }) => id))
    expect(ids.sort()).toEqual(points.map(({ id }) => id).sort())
  })
  it.each(zooms)('never overlap at zoom %d', (zoom) => {
    const scale = scaleOf(zoom)
    const marks = marksOf(points, scale)
    const distances = marks.flatMap((a, index) =>
      marks.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y) * scale),
    )
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(nearest - 1e-9)
  })
  it.each(zooms)('are the same in any order and at any score at zoom %d', (zoom) => {
    const others = points.map((held) => ({ ...held, score: 100 - held.score! })).reverse()
    expect(shape(marksOf(others, scaleOf(zoom)))).toEqual(shape(marksOf(points, scaleOf(zoom))))
  })
})

describe('A mark', () => {
  it('is a pin for one point, and a place for several in one building', () => {
    const marks = marksOf([point('a', 114.2, 22.3), point('b', 114.22, 22.32), point('c', 114.22, 22.32)], 1)
    expect(marks.map(({ kind }) => kind)).toEqual(['pin', 'place'])
  })
  it('names the best first, what is gone last', () => {
    const gone = { ...point('a', 114.2, 22.3, 99), gone: true }
    const [mark] = marksOf([gone, point('b', 114.2, 22.3, 40), point('c', 114.2, 22.3, 80)], 1)
    expect(mark!.points.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })
  it('opens as a list only where zooming in would not part it', () => {
    const apart = marksOf([point('a', 114.2, 22.3), point('b', 114.2005, 22.3)], scaleOf(12))
    const together = marksOf([point('a', 114.2, 22.3), point('b', 114.20001, 22.3)], scaleOf(12))
    expect([apart, together].map((marks) => marks.length)).toEqual([1, 1])
    expect(partingZoom(together[0]!)).toBeUndefined()
    expect(marksOf(apart[0]!.points, scaleOf(partingZoom(apart[0]!)!))).toHaveLength(2)
  })
})
