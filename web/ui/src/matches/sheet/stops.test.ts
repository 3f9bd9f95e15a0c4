import { describe, expect, it } from 'vitest'
import { heightOf, nearestStop, pressed, stepped, stops } from './stops'

describe('A sheet over the map', () => {
  it('stands at its head, at three fifths and at all of the room', () =>
    expect(stops.map((stop) => heightOf(stop, 600))).toEqual([96, 360, 600]))
  it.each([
    [0, 'low'],
    [96, 'low'],
    [227, 'low'],
    [229, 'half'],
    [479, 'half'],
    [481, 'full'],
    [900, 'full'],
  ])('let go at %d px comes to rest at %s', (height, stop) => expect(nearestStop(height, 600)).toBe(stop))
  it('rests where it is put', () => {
    for (const stop of stops) expect(nearestStop(heightOf(stop, 700), 700)).toBe(stop)
  })
  it('goes up and down by keys, and round by presses', () => {
    expect([stepped('low', -1), stepped('low', 1), stepped('half', 1), stepped('full', 1)]).toEqual([
      'low',
      'half',
      'full',
      'full',
    ])
    expect([pressed('low'), pressed('half'), pressed('full')]).toEqual(['half', 'full', 'low'])
  })
})
