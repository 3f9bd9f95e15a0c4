import { describe, expect, it } from 'vitest'
import { type Entry, matching, stepped } from './entries'

const entries: Entry[] = [
  { id: '1', text: 'My requirements', href: '/demands' },
  { id: '2', text: 'Requirement for a café', about: 'Sites', href: '/demands/d1' },
  { id: '3', text: '觀塘工業大廈', about: '大廈', href: '/buildings/b1' },
]
const found = (query: string) => matching(entries, query).map(({ id }) => id)

describe('The palette', () => {
  it('shows everything before a word is typed', () => expect(found(' ')).toEqual(['1', '2', '3']))
  it('puts what begins with the words first', () => expect(found('requirement')).toEqual(['2', '1']))
  it.each(['CAFE sites', 'ｃａｆé', 'cafe REQ'])('reads %s whatever its case, accents and width', (query) =>
    expect(found(query)).toEqual(['2']),
  )
  it('finds Chinese inside of a name', () => expect(found('工業')).toEqual(['3']))
  it('finds nothing where one word is missing', () => expect(found('requirement zzqx')).toEqual([]))
  it('walks round its list', () => {
    expect([stepped(0, -1, 3), stepped(2, 1, 3), stepped(1, 1, 3)]).toEqual([2, 0, 2])
    expect(stepped(0, 1, 0)).toBe(0)
  })
})
