import { describe, expect, it } from 'vitest'
import type { Term } from '../../api/types'
import { codeError, narrowerOf, pruned, targetsOf, treeOf, withMove, withTerm } from './terms'

const term = (code: string, movedTo?: string): Term => ({
  code,
  label: { en: code },
  synonyms: [],
  industries: [],
  ...(movedTo && { movedTo }),
})
const terms = ['a', 'a/b', 'a/b/c', 'd'].map((code) => term(code))

describe('The terms of a taxonomy', () => {
  it('stand in a tree, in their own order', () => {
    const [a, d] = treeOf(terms)
    expect(a!.below[0]!.below.map((branch) => branch.term.code)).toEqual(['a/b/c'])
    expect(d!.term.code).toBe('d')
  })
  it('show what leads to what was found', () => {
    const found = pruned(treeOf(terms), new Set(['a/b/c']))
    expect(found.map((branch) => branch.term.code)).toEqual(['a'])
    expect(found[0]!.below[0]!.term.code).toBe('a/b')
  })
  it('take a new one after its broader one, never before it', () => {
    expect(withTerm(terms, term('a/x')).map(({ code }) => code)).toEqual(['a', 'a/b', 'a/b/c', 'a/x', 'd'])
    expect(withTerm(terms, term('e')).at(-1)!.code).toBe('e')
  })
  it('refuse a code that is there, or is none', () => {
    expect(codeError(terms, 'a', 'b')).toBe('taken')
    expect(codeError(terms, 'a', 'Big Step')).toBe('invalid')
    expect(codeError(terms, '', 'five-axis')).toBeUndefined()
  })
  it('name what moves along', () =>
    expect(narrowerOf([...terms, term('a/z', 'd')], 'a').map(({ code }) => code)).toEqual(['a/b', 'a/b/c']))
  it('lead in one step to what stands for itself', () => {
    const moved = withMove([...terms, term('x', 'a/b'), term('y', 'a/b/c')], 'a/b', 'd')
    expect(moved.filter(({ movedTo }) => movedTo).map(({ code, movedTo }) => [code, movedTo])).toEqual([
      ['a/b', 'd'],
      ['x', 'd'],
      ['y', 'd/c'],
    ])
    expect(targetsOf(moved, 'd').map(({ code }) => code)).toEqual(['a'])
  })
})
