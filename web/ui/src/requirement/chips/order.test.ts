import { describe, expect, it } from 'vitest'
import type { Attribute, Criterion } from '../../api/types'
import { chipOrder, keyHeld, keysOf } from './order'

const on = (attribute: string, strength?: 'must' | 'prefer'): Criterion => ({
  attribute,
  op: 'atLeast',
  ...(strength && { strength }),
})

describe('The chips of a requirement', () => {
  it('show musts before wishes, each in its own order', () =>
    expect(chipOrder([on('a', 'prefer'), on('b'), on('c', 'prefer'), on('d', 'must')])).toEqual([1, 3, 0, 2]))

  it('stay where they are while one is edited, and new ones come last', () => {
    const held = keysOf([on('b'), on('a', 'prefer')])
    expect(chipOrder([on('a', 'must'), on('b', 'prefer'), on('c')], held)).toEqual([1, 0, 2])
  })

  it('keep their order where one of them goes', () =>
    expect(chipOrder([on('a'), on('c')], ['c#0', 'b#0', 'a#0'])).toEqual([1, 0]))

  it('have keys of their own though two ask for the same attribute', () =>
    expect(keysOf([on('tag'), on('a'), on('tag')])).toEqual(['tag#0', 'a#0', 'tag#1']))
})

describe('A condition to add', () => {
  const attribute = (code: string, kind: Attribute['kind']) => ({ code, kind }) as Attribute
  const held = [on('rent'), on('uses'), on('made')]

  it('leads to the chip that asks for it already', () =>
    expect(keyHeld(attribute('rent', 'number'), held)).toBe('rent#0'))

  it.each([attribute('area', 'number'), attribute('uses', 'use'), attribute('made', 'tags')])(
    'is new where nothing asks for it yet, or where several may: $code',
    (wanted) => expect(keyHeld(wanted, held)).toBeUndefined(),
  )
})
