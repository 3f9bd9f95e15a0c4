import { describe, expect, it } from 'vitest'
import type { Profiled } from '../../api/records'
import { together } from './together'

const unit = (id: string, values: Profiled['values'], rest: Partial<Profiled> = {}): Profiled => ({
  id,
  version: 1,
  public: true,
  status: 'vacant',
  unit: id,
  values,
  ...rest,
})

describe('Adjacent spaces as one record', () => {
  const a = unit(
    'a',
    { area: 100, rent: 150, floor: 7, headroom: 4 },
    { inherited: { district: 'kwunTong', gas: true } },
  )
  const b = unit('b', { area: 50, rent: 170.1, floor: 7, headroom: 5 }, { inherited: { district: 'kwunTong' } })

  it('have the area together, the mean rent by area and what they have in common', () => {
    const run = together([a, b])
    expect(run?.values).toEqual({ area: 150, rent: 156.7, floor: 7 })
    expect(run?.inherited).toEqual({ district: 'kwunTong' })
    expect(run?.unit).toBeUndefined()
  })

  it('have no rent and no area where one has none', () => {
    expect(together([a, unit('c', { area: 50, floor: 7 })])?.values).toEqual({ area: 150, floor: 7 })
    expect(together([a, unit('c', { rent: 150 })])?.values).toEqual({})
  })

  it('are let when one of them is', () => expect(together([a, { ...b, status: 'let' }])?.status).toBe('let'))

  it('are not known before all are', () => expect(together([a, undefined])).toBeUndefined())
})
