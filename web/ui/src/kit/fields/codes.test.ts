import { describe, expect, it } from 'vitest'
import { broaderOf, type Code, findCodes } from './codes'

const items: Code[] = [
  { code: 'process', label: { en: 'Processes', zhHant: '工序', zhHans: '工序' } },
  { code: 'process/machining', label: { en: 'Machining', zhHant: '機械加工', zhHans: '机械加工' } },
  {
    code: 'process/machining/cnc',
    label: { en: 'CNC machining', zhHant: '數控加工', zhHans: '数控加工' },
    synonyms: ['電腦鑼', 'CNC'],
  },
  {
    code: 'process/old',
    label: { en: 'CNC of old', zhHant: '舊', zhHans: '旧' },
    movedTo: 'process/machining',
  },
]
const codes = (typed: string) => findCodes(items, typed).map(({ code }) => code)

describe('the picker of codes', () => {
  it('finds a code by any of its words in any language', () => {
    for (const typed of ['cnc', '電腦鑼', '数控', 'CNC mach', 'ＣＮＣ'])
      expect(codes(typed)[0]).toBe('process/machining/cnc')
  })
  it('begins with the broad ones', () => expect(codes('')).toEqual(['process', 'process/machining']))
  it('offers no code that moved', () => expect(codes('old')).toEqual([]))
  it('says what a code belongs to', () =>
    expect(broaderOf(items, 'process/machining/cnc').map(({ code }) => code)).toEqual(['process', 'process/machining']))
})
