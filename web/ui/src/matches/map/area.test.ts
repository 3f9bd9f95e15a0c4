import { describe, expect, it } from 'vitest'
import type { Point } from '../../api/types'
import type { Frame } from '../../map/frame'
import { divided, isIn, readArea, writeArea } from './area'

describe('A part of the map in an address', () => {
  it('is read back as wide as it was written, or a metre wider', () => {
    for (const frame of [
      [114.2000049, 22.3000051, 114.2299951, 22.3200049],
      [114.183, 22.283, 114.257, 22.349],
      [-0.1, -0.2, 0.3, 0.4],
    ] satisfies Frame[]) {
      const read = readArea(writeArea(frame))!
      expect(isIn(read, { lon: frame[0], lat: frame[1] })).toBe(true)
      expect(isIn(read, { lon: frame[2], lat: frame[3] })).toBe(true)
      read.forEach((edge, index) => expect(Math.abs(edge - frame[index]!)).toBeLessThan(1.1e-5))
      expect(readArea(writeArea(read))).toEqual(read)
    }
  })
  it.each([
    null,
    '',
    'here',
    '114.2,22.3,114.3',
    '114.2,22.3,114.3,22.4,5',
    '114.3,22.3,114.2,22.4',
    '114.2,22.4,114.3,22.3',
    '114.2,22.3,114.2,22.3',
    '114.2,22.3,1e3,22.4',
    '114.2,22.3,,22.4',
    '114.2,22.3,NaN,22.4',
    '114.2,22.3,400,22.4',
  ])('is none where it says %j', (text) => expect(readArea(text)).toBeUndefined())
})

describe('A list by a part of the map', () => {
  const places: Record<string, Point> = {
    in: { lon: 114.21, lat: 22.31 },
    edge: { lon: 114.2, lat: 22.3 },
    out: { lon: 114.25, lat: 22.31 },
  }
  it('counts each once: here, elsewhere, or without a known place', () => {
    const { here, elsewhere, unplaced } = divided(
      ['out', 'edge', 'unknown', 'in'],
      [114.2, 22.3, 114.22, 22.32],
      (id) => places[id],
    )
    expect([...here]).toEqual(['edge', 'in'])
    expect([elsewhere, unplaced]).toEqual([1, 1])
  })
})
