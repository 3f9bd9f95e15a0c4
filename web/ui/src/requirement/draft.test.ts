import { describe, expect, it } from 'vitest'
import type { Attribute } from '../api/types'
import { isComplete, newCriterion, withOp } from './draft'
import { errorsOf } from './errors'

const attribute = (over: Partial<Attribute>): Attribute => ({
  code: 'headroom',
  kind: 'number',
  freshDays: 365,
  label: {},
  meaning: '',
  ops: ['atLeast', 'atMost', 'between'],
  ...over,
})

describe('A requirement being written', () => {
  it('asks for the most rent and the least headroom', () => {
    expect(newCriterion(attribute({}))).toMatchObject({ op: 'atLeast', strength: 'must', weight: 5 })
    expect(newCriterion(attribute({ code: 'rent' }))).toMatchObject({ op: 'atMost' })
  })
  it('waits until a criterion says enough', () => {
    expect(isComplete(newCriterion(attribute({})))).toBe(false)
    expect(isComplete({ attribute: 'area', op: 'between', min: 5, max: 3 })).toBe(false)
    expect(isComplete({ attribute: 'location', op: 'within', limit: 500 })).toBe(false)
    expect(isComplete({ attribute: 'gas', op: 'is', value: false })).toBe(true)
  })
  it('keeps the number when the op changes', () => {
    expect(withOp({ attribute: 'area', op: 'atLeast', limit: 300, weight: 7 }, 'between')).toMatchObject({
      op: 'between',
      min: 300,
      weight: 7,
    })
    expect(withOp({ attribute: 'area', op: 'between', min: 300, max: 900 }, 'atMost')).toMatchObject({ limit: 900 })
  })
  it('puts the server’s message beside its field', () => {
    expect(
      errorsOf({ 'criteria[2].limit': ['too low'], 'criteria[12].limit': ['other'], 'criteria[2]': ['odd'] }, 2),
    ).toEqual({ limit: ['too low'], '': ['odd'] })
  })
})
