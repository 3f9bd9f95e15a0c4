import { describe, expect, it } from 'vitest'
import { frameShown, noPadding, pinPadding, placeAt, unitsPerMetre, viewOf, worldOf } from './world'
import { metresBetween } from './rings/walking'

const size = { width: 800, height: 600 }

describe('The plane of the map', () => {
  it('leads back to the place', () => {
    const { x, y } = worldOf({ lon: 114.2165, lat: 22.316 })
    expect(placeAt(x, y).lon).toBeCloseTo(114.2165, 9)
    expect(placeAt(x, y).lat).toBeCloseTo(22.316, 9)
  })
  it.each([300, 500, 1000])('has a circle of %d metres where the great circle has it', (metres) => {
    const centre = { lat: 22.31206, lon: 114.22653 }
    const { x, y } = worldOf(centre)
    for (let turn = 0; turn < 8; turn++) {
      const radius = metres * unitsPerMetre(centre.lat)
      const at = placeAt(x + radius * Math.cos((turn * Math.PI) / 4), y + radius * Math.sin((turn * Math.PI) / 4))
      expect(Math.abs(metresBetween(centre, at) - metres)).toBeLessThan(0.5)
    }
  })
  it('keeps the padding free at each edge', () => {
    const frame = [114.2, 22.3, 114.23, 22.32] as const
    const view = viewOf([...frame], size, { padding: pinPadding, maxZoom: 18 })
    const at = (lon: number, lat: number) => {
      const { x, y } = worldOf({ lon, lat })
      return [size.width / 2 + (x - view.x) * view.scale, size.height / 2 + (y - view.y) * view.scale] as const
    }
    const [left, top] = at(frame[0], frame[3])
    const [right, bottom] = at(frame[2], frame[1])
    expect(left).toBeGreaterThanOrEqual(pinPadding.left - 1e-6)
    expect(top).toBeGreaterThanOrEqual(pinPadding.top - 1e-6)
    expect(size.width - right).toBeGreaterThanOrEqual(pinPadding.right - 1e-6)
    expect(size.height - bottom).toBeGreaterThanOrEqual(pinPadding.bottom - 1e-6)
    expect(Math.min(left - pinPadding.left, top - pinPadding.top)).toBeLessThan(1e-6)
  })
  it('shows a frame whole, in the middle, no nearer than it may', () => {
    const frame = [114.2, 22.3, 114.23, 22.32] as const
    const view = viewOf([...frame], size, { padding: noPadding, maxZoom: 18 })
    const shown = frameShown(view)
    expect(shown[0]).toBeLessThanOrEqual(frame[0] + 1e-9)
    expect(shown[1]).toBeLessThanOrEqual(frame[1] + 1e-9)
    expect(shown[2]).toBeGreaterThanOrEqual(frame[2] - 1e-9)
    expect(shown[3]).toBeGreaterThanOrEqual(frame[3] - 1e-9)
    expect(viewOf([114.2, 22.3, 114.2, 22.3], size, { padding: pinPadding, maxZoom: 15 }).scale).toBe(2)
  })
})
