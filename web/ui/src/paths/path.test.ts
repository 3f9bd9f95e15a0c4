import { describe, expect, it } from 'vitest'
import type { Machine, Named, PathStep } from '../api/types'
import library from '../../../../grains/Matchmaker.Matching/Paths/machines.json'
import { telling } from './Path'

const step = (rest: Partial<PathStep>): PathStep => ({ machine: 0, step: 'wayUp', outcome: 'met', ...rest })

const required = { liftCapacity: 3100, liftDoorWidth: 2 }

describe('A step of a way', () => {
  it('names what fails, with both numbers', () =>
    expect(
      telling(step({ outcome: 'unmet', required, actual: { floor: 3, liftCapacity: 3000, liftDoorWidth: 2.4 } })),
    ).toEqual([['liftCapacity', 3100]]))

  it('names what nobody knows', () =>
    expect(telling(step({ outcome: 'unknown', required, actual: { liftCapacity: 5000 } }))).toEqual([
      ['liftDoorWidth', 2],
    ]))

  it('names all that it needs where it is met', () =>
    expect(telling(step({ by: 'lift', required, actual: { liftCapacity: 5000, liftDoorWidth: 2 } }))).toHaveLength(2))

  it('asks nothing of the lift on the ground or on a ramp', () => {
    expect(telling(step({ by: 'ground', required }))).toEqual([])
    expect(telling(step({ by: 'ramp', required }))).toEqual([])
  })
})

describe('The library of machines', () => {
  const machines = library as unknown as { id: string; name: Named; source: string; machine: Machine }[]

  it('has some thirty, each once, named in three languages and with its source', () => {
    expect(machines.length).toBeGreaterThanOrEqual(30)
    expect(new Set(machines.map(({ id }) => id)).size).toBe(machines.length)
    for (const { name, source } of machines) {
      expect(Object.keys(name)).toEqual(['en', 'zhHant', 'zhHans'])
      expect(source).not.toBe('')
    }
  })

  it('has measures that the server takes', () => {
    for (const { machine } of machines) {
      const { mass, length, width, height, crate, feet = 4 } = machine
      expect(Number.isInteger(mass)).toBe(true)
      for (const box of [machine, ...(crate ? [crate] : [])])
        for (const side of [box.length, box.width, box.height]) expect(Math.round(side * 100) / 100).toBe(side)
      expect(Math.min(length, width, height)).toBeGreaterThan(0)
      expect(feet).toBeGreaterThanOrEqual(3)
    }
  })
})
