import { describe, expect, it } from 'vitest'
import type { Attribute, Criterion } from '../../api/types'
import { keyHeld, keysOf } from './keys'

const on = (attribute: string): Criterion => ({ attribute, op: 'atLeast' })

describe('The chips of a requirement', () => {
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
