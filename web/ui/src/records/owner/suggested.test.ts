import { describe, expect, it } from 'vitest'
import type { Building, Space } from '../../api/types'
import { isSameBuilding, suggested } from './suggested'

const building = (id: string, rest: Partial<Building> = {}) => ({ id, ...rest }) as Building
const space = (id: string, owner?: string) => ({ id, ...(owner && { owner }) }) as Space

describe('Who may own a building without an owner', () => {
  const tower = building('b1', { name: { en: 'Hung To Centre', zhHant: '鴻圖中心' } })

  it('are the owners of its other units, who owns most first', () =>
    expect(
      suggested(
        tower,
        [space('b1/1', 'owners/o2'), space('b1/2'), space('b1/3', 'owners/o1'), space('b1/4', 'owners/o1')],
        [],
      ).map(({ owner, units }) => [owner, units]),
    ).toEqual([
      ['owners/o1', 2],
      ['owners/o2', 1],
    ]))

  it('are those whom another record of the same building names, after them', () =>
    expect(
      suggested(
        tower,
        [space('b1/1', 'owners/o9')],
        [
          building('b2', { name: { zhHant: '鴻圖中心' }, owner: 'owners/o1' }),
          building('b3', { name: { en: 'Hung To Centre Annex' }, owner: 'owners/o2' }),
          building('b4', { name: { en: 'hung to  centre' } }),
        ],
      ),
    ).toEqual([
      { owner: 'owners/o9', units: 1, duplicate: false },
      { owner: 'owners/o1', units: 0, duplicate: true },
    ]))

  it('is nobody of a building without a name', () => {
    expect(isSameBuilding(building('b1'), building('b2'))).toBe(false)
    expect(isSameBuilding(tower, tower)).toBe(false)
  })
})
