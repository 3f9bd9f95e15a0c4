import { describe, expect, it } from 'vitest'
import type { Term } from '../../api/types'
import { withTerm } from './terms'

const term = (code: string, en = code): Term => ({ code, label: { en }, synonyms: [], industries: [] })
const list = [term('a'), term('a/b'), term('a/b/c'), term('d')]
const codes = (terms: Term[]) => terms.map(({ code }) => code)

describe('an edited list of codes', () => {
  it('changes a term in its place', () => expect(withTerm(list, term('a/b', 'B'))[1]!.label.en).toBe('B'))
  it('puts a new one behind its branch', () => expect(codes(withTerm(list, term('a/e')))).toEqual(['a', 'a/b', 'a/b/c', 'a/e', 'd']))
  it('puts a new broadest one at the end', () => expect(codes(withTerm(list, term('z'))).at(-1)).toBe('z'))
})
