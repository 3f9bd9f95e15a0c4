import { describe, expect, it } from 'vitest'
import type { Space } from '../api/types'
import { colorings, freeing, lookOf, looks } from './coloring'
import { stack, width } from './layout'
import { byFloor, floorOf, type Supplier } from './suppliers'

const space = (id: string, values: Space['values'], rest: Partial<Space> = {}): Space => ({
  id,
  status: 'vacant',
  values,
  public: true,
  version: 1,
  ...rest,
})

describe('A stacking plan', () => {
  it('has floors from the top, units in their order and as wide as their area', () => {
    const { floors, unplaced } = stack([
      space('a', { floor: 1, area: 100 }, { position: 2 }),
      space('b', { floor: 1, area: 300 }, { position: 1 }),
      space('c', { floor: 3, area: 200 }),
      space('d', { area: 50 }),
    ])
    expect(floors.map(({ floor, units }) => [floor, units.map((unit) => unit.space.id)])).toEqual([
      [3, ['c']],
      [1, ['b', 'a']],
    ])
    expect(floors[1]!.units.map(({ x, size }) => [x, size])).toEqual([
      [0, width * 0.75],
      [width * 0.75, width * 0.25],
    ])
    expect(floors[0]!.units[0]!.size).toBe(width / 2)
    expect(unplaced.map(({ id }) => id)).toEqual(['d'])
  })

  it('is laid out as a plain sum over each floor says, for any building', () => {
    let seed = 5
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let round = 0; round < 200; round++) {
      const spaces = Array.from({ length: 1 + random(60) }, (_, at) =>
        space(
          `s${at}`,
          { ...(random(9) && { floor: random(8) - 1 }), ...(random(6) && { area: 1 + random(900) }) },
          { position: random(12) },
        ),
      )
      const { floors, unplaced } = stack(spaces)
      expect(floors.flatMap(({ units }) => units).length + unplaced.length).toBe(spaces.length)
      const widths = floors.map(({ units }) => units.reduce((sum, { size }) => sum + size, 0))
      if (floors.length) expect(Math.max(...widths)).toBeCloseTo(width, 6)
      for (const { floor, units } of floors) {
        let x = 0
        for (const unit of units) {
          expect(unit.space.values.floor).toBe(floor)
          expect(unit.x).toBeCloseTo(x, 6)
          x += unit.size
        }
        const positions = units.map((unit) => unit.space.position!)
        expect(positions).toEqual([...positions].sort((a, b) => a - b))
      }
    }
  })

  it('draws floors of suppliers of which no space is known', () =>
    expect(stack([space('a', { floor: 2, area: 9 })], [7, 2]).floors.map(({ floor }) => floor)).toEqual([7, 2]))
})

describe('The colours of a plan', () => {
  it.each([
    ['vacant', undefined, 'now'],
    ['let', undefined, 'unstated'],
    ['let', '2026-11-29', 'unstated'],
    ['vacant', '2026-11-29', 'now'],
    ['let', '2026-11-30', 'soon'],
    ['let', '2027-11-29', 'soon'],
    ['let', '2027-11-30', 'later'],
    ['vacant', '2028-01-01', 'later'],
  ] as const)('of a %s unit that is free from %s say %s', (status, availableFrom, expected) =>
    expect(freeing(space('a', { ...(availableFrom && { availableFrom }) }, { status }), '2026-11-29')).toBe(expected),
  )

  it('are all in the legend', () => {
    const prefix = { match: '', vacancy: '', leaseEnd: 'free-', law: 'use-' }
    for (const coloring of colorings)
      for (const status of ['vacant', 'held', 'let'] as const)
        for (const availableFrom of [undefined, '2027-01-01', '2029-01-01'])
          for (const verdict of [undefined, 'fits', 'needsPermission', 'doesNotFit'] as const) {
            const values = { ...(availableFrom && { availableFrom }) }
            const { look } = lookOf(coloring, space('a', values, { status }), {
              score: undefined,
              verdict,
              today: '2026-11-29',
            })
            expect(looks[coloring].map((known) => prefix[coloring] + known)).toContain(look)
          }
  })

  it('carry the score or the mark of the verdict', () => {
    const facts = { score: 71.6, verdict: 'fits', today: '2026-11-29' } as const
    expect(lookOf('match', space('a', {}), facts)).toEqual({ look: 'score-4', mark: '72' })
    expect(lookOf('law', space('a', {}), facts)).toEqual({ look: 'use-fits', mark: '✓' })
    expect(lookOf('law', space('a', {}), { ...facts, verdict: undefined })).toEqual({ look: 'use-unknown', mark: '?' })
    expect(lookOf('vacancy', space('a', {}, { status: 'let' }), facts)).toEqual({ look: 'let' })
  })
})

describe('The floor that an address names', () => {
  it.each([
    ['Unit 3, 12/F, 1 Example Road', 12],
    ['12樓3室', 12],
    ['示範街1號大廈地下', 0],
    ['示范街1号9层B室', 9],
    ['G/F, 20 Hing Yip Street', 0],
    ['Flat A, 3 / F., Block 2', 3],
    ['1 Example Road', undefined],
    ['18 Floral Street', undefined],
    [undefined, undefined],
  ])('in %s is %s', (text, floor) => expect(floorOf(text)).toBe(floor))

  it('is read in whichever language tells it', () =>
    expect(floorOf({ en: '1 Example Road', zhHant: '示範路1號7樓' })).toBe(7))
})

it('Suppliers stand by floor from the top, the best first', () => {
  const on = (id: string, floor: number | undefined, score?: number): Supplier => ({
    id,
    name: id,
    makes: '',
    floor,
    score,
  })
  expect(
    byFloor([on('a', 2, 50), on('b', 9), on('c', 2, 80), on('d', undefined)]).map(([floor, all]) => [
      floor,
      all.map(({ id }) => id),
    ]),
  ).toEqual([
    [9, ['b']],
    [2, ['c', 'a']],
  ])
})
