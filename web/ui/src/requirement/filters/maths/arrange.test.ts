import { describe, expect, it } from 'vitest'
import type { Attribute, Criterion } from '../../../api/types'
import { arranged, listsOf } from './arrange'
import { chosenOf, withChoice } from './choices'

const attribute = (code: string, kind: Attribute['kind'], ops: Attribute['ops'] = ['atLeast']) =>
  ({ code, kind, ops }) as Attribute
const numbers = ['rent', 'area', 'load', 'height', 'power', 'lease'].map((code) => attribute(code, 'number'))
const attributes = [...numbers, attribute('uses', 'use'), attribute('district', 'category'), attribute('gas', 'flag')]
const on = (...codes: string[]): Criterion[] => codes.map((code) => ({ attribute: code, op: 'atLeast' }))
const usual = ['rent', 'area', 'load', 'height', 'district', 'gone', 'gas']

describe('The filters', () => {
  it('are those that the requirement names, then the usual ones that the board has', () =>
    expect(arranged(undefined, on('power', 'uses', 'area'), usual, attributes, 2).order).toEqual([
      'power',
      'area',
      'rent',
      'load',
      'height',
    ]))

  it('stay where they are when one begins to count or no longer does', () => {
    const first = arranged(undefined, on('power', 'area', 'load'), usual, attributes, 2)
    const added = arranged(first, on('power', 'area', 'load', 'rent'), usual, attributes, 4)
    expect(added.order).toEqual(first.order)
    expect(arranged(added, on('load'), usual, attributes, 2).order).toEqual(first.order)
  })

  it('show one that is named anew in the place of the last that is not', () => {
    const first = arranged(undefined, on('power'), usual, attributes, 2)
    expect(first.order.slice(0, 2)).toEqual(['power', 'rent'])
    expect(arranged(first, on('power', 'lease'), usual, attributes, 2).order.slice(0, 2)).toEqual(['power', 'lease'])
    const full = arranged(undefined, on('power', 'rent'), usual, attributes, 2)
    expect(arranged(full, on('power', 'rent', 'lease'), usual, attributes, 2).order.slice(0, 2)).toEqual([
      'power',
      'rent',
    ])
  })

  it('go with lists: those that the requirement names, then the usual ones', () =>
    expect(listsOf(on('uses', 'rent'), usual, attributes)).toEqual(['uses', 'district', 'gas']))
})

describe('A list to choose from', () => {
  const [uses, district, gas] = [
    attribute('uses', 'use', ['allows']),
    attribute('district', 'category', ['anyOf']),
    attribute('gas', 'flag', ['is']),
  ]

  it.each([
    ['a use', uses, { op: 'allows', value: 'food' }],
    ['a district', district, { op: 'anyOf', values: ['food'] }],
  ])('asks for %s, and leaves it out again', (_, of, expected) => {
    const asked = withChoice(on('rent'), of, 'food', true)
    expect(asked[1]).toMatchObject({ ...expected, strength: 'must' })
    expect(chosenOf(asked, of)).toEqual(['food'])
    expect(withChoice(asked, of, 'food', false)).toEqual(on('rent'))
  })

  it('takes any of several districts', () => {
    const asked = withChoice(withChoice([], district, 'a', true), district, 'b', true)
    expect(asked).toHaveLength(1)
    expect(chosenOf(withChoice(asked, district, 'a', false), district)).toEqual(['b'])
  })

  it('asks for each use by itself', () => {
    const asked = withChoice(withChoice([], uses, 'a', true), uses, 'b', true)
    expect(chosenOf(asked, uses)).toEqual(['a', 'b'])
    expect(chosenOf(withChoice(asked, uses, 'a', false), uses)).toEqual(['b'])
  })

  it('asks for one answer of a flag at a time', () => {
    const yes = withChoice([], gas, 'yes', true)
    const no = withChoice(yes, gas, 'no', true)
    expect([chosenOf(yes, gas), chosenOf(no, gas), chosenOf(withChoice(no, gas, 'no', false), gas)]).toEqual([
      ['yes'],
      ['no'],
      [],
    ])
  })
})
