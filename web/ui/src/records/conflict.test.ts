import { describe, expect, it } from 'vitest'
import { conflictOf, rebased } from './conflict'

const before = { id: 'b1/s1', version: 1, status: 'vacant', values: { rent: 150, area: 100 } }
const theirs = { id: 'b1/s1', version: 2, status: 'let', values: { rent: 160, area: 100, power: 200 } }

describe('A record that somebody else changed meanwhile', () => {
  it('tells which fields differ and which were edited on both sides', () => {
    const mine = { ...before, values: { rent: 140, area: 120 } }
    expect(conflictOf(before, mine, theirs)).toEqual({
      theirs: ['status', 'values.rent', 'values.power'],
      both: ['values.rent'],
    })
  })
  it('keeps the edits of this page on top of theirs', () => {
    const mine = { ...before, values: { rent: 140 } as typeof before.values }
    expect(rebased<{ values: object; version: number }>(before, mine, theirs)).toEqual({
      ...theirs,
      values: { rent: 140, power: 200 },
    })
  })
})
