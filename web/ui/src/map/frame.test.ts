import { describe, expect, it } from 'vitest'
import { frameOf, placesKey } from './frame'

const at = (lon: number, lat: number) => ({ lon, lat })

describe('The map fitted to results', () => {
  it('holds every place on it', () =>
    expect(frameOf([at(114.2, 22.3), at(114.23, 22.32), at(114.21, 22.29)])).toEqual([114.2, 22.29, 114.23, 22.32]))
  it('leaves out what lies beyond the base map, as in Shenzhen', () =>
    expect(frameOf([at(114.2, 22.3), at(114.05, 22.52)])).toEqual([114.2, 22.3, 114.2, 22.3]))
  it('stays where it is without a place', () => {
    expect(frameOf([])).toBeUndefined()
    expect(frameOf([at(114.05, 22.52)])).toBeUndefined()
  })
  it('is fitted anew for other places alone, not for another order', () => {
    expect(placesKey([{ id: 'b' }, { id: 'a' }])).toBe(placesKey([{ id: 'a' }, { id: 'b' }]))
    expect(placesKey([{ id: 'a' }])).not.toBe(placesKey([{ id: 'b' }]))
  })
})
