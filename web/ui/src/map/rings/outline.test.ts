import { describe, expect, it } from 'vitest'
import { type Arc, type Circle, on, outline, pathOf } from './outline'

/** The same numbers in every run. */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const samples = (arc: Arc) =>
  [0.01, 0.25, 0.5, 0.75, 0.99].map((part) => on(arc.circle, arc.from + part * (arc.to - arc.from)))
const isWithin = ([x, y]: readonly [number, number], circle: Circle, spare: number) =>
  Math.hypot(x - circle.x, y - circle.y) < circle.r - spare

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('The outline of circles, case %i', (seed) => {
  const next = numbers(seed)
  const same = seed % 2 === 0
  const circles = Array.from({ length: 3 + seed * 4 }, () => ({
    x: next() * 100,
    y: next() * 100,
    r: same ? 12 : 4 + next() * 20,
  }))
  const loops = outline(circles)
  it('lies in no circle', () => {
    for (const point of loops.flat().flatMap(samples))
      expect(circles.some((circle) => isWithin(point, circle, 1e-6))).toBe(false)
  })
  it('has every part of an edge that no other circle covers', () => {
    const length = loops.flat().reduce((sum, { circle, from, to }) => sum + circle.r * (to - from), 0)
    const steps = 2000
    let free = 0
    for (const circle of circles)
      for (let step = 0; step < steps; step++) {
        const point = on(circle, (step / steps) * 2 * Math.PI)
        if (!circles.some((other) => other !== circle && isWithin(point, other, 0)))
          free += (circle.r * 2 * Math.PI) / steps
      }
    expect(Math.abs(length - free) / free).toBeLessThan(0.01)
  })
  it('closes: each arc begins where the one before it ends', () => {
    for (const loop of loops)
      loop.forEach((arc, index) => {
        const before = loop.at(index - 1)!
        const [x, y] = on(before.circle, before.to)
        const [startX, startY] = on(arc.circle, arc.from)
        expect(Math.hypot(x - startX, y - startY)).toBeLessThan(1e-6)
      })
  })
})

describe('The outline', () => {
  const circle = { x: 1, y: 2, r: 3 }
  it('of one circle is that circle, also where it stands twice or holds another', () => {
    for (const circles of [[circle], [circle, { ...circle }], [{ ...circle, r: 1 }, circle]]) {
      const [loop, ...others] = outline(circles)
      expect(others).toEqual([])
      expect(loop).toEqual([{ circle, from: 0, to: 2 * Math.PI }])
    }
    expect(pathOf(outline([circle]))).toBe('M4.0000 2.0000A3 3 0 0 1 -2.0000 2.0000A3 3 0 0 1 4.0000 2.0000Z')
  })
  it('of nothing is nothing', () => expect(pathOf(outline([]))).toBe(''))
  it('of circles around a gap has a loop within', () => {
    const around = Array.from({ length: 8 }, (_, index) => ({
      x: 10 * Math.cos((index * Math.PI) / 4),
      y: 10 * Math.sin((index * Math.PI) / 4),
      r: 5,
    }))
    expect(outline(around)).toHaveLength(2)
  })
})
