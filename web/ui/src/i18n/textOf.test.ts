import { describe, expect, it } from 'vitest'
import { textOf, type Values } from './texts'

const texts = {
  'list.found': '{{count}} sites near {{place}}',
  'list.found_one': 'One site near {{place}}',
  'list.act': 'Somebody acted',
  'list.act_mail': 'Acted by mail',
  'list.act_mail_one': 'Acted once by mail',
}
const say = (key: string, values: Values = {}) => textOf(texts, key, values, new Intl.PluralRules('en'))

describe('A text', () => {
  it('is filled in, and has its form for one', () => {
    expect(say('list.found', { count: 3, place: 'Kwun Tong' })).toBe('3 sites near Kwun Tong')
    expect(say('list.found', { count: 1, place: 'Kwun Tong' })).toBe('One site near Kwun Tong')
    expect(say('list.found', { count: 3, place: '$& $1' })).toBe('3 sites near $& $1')
    expect(say('list.found', { count: 0 })).toBe('0 sites near ')
  })

  it('has the form for its context, else the plain one', () => {
    expect(say('list.act', { context: 'mail' })).toBe('Acted by mail')
    expect(say('list.act', { context: 'mail', count: 1 })).toBe('Acted once by mail')
    expect(say('list.act', { context: 'phone', count: 1 })).toBe('Somebody acted')
  })

  it('may be missing', () => {
    for (const key of ['list', 'list.other', 'list.act.deeper', 'toString', '']) expect(say(key)).toBeUndefined()
  })
})
