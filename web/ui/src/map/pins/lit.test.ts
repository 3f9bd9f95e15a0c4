import { describe, expect, it, vi } from 'vitest'
import { type Bearer, light, Lit } from './lit'

describe('What list and map light in each other', () => {
  it('is told once for as long as the pointer stays on it', () => {
    const lit = new Lit()
    const told = vi.fn()
    lit.subscribe(told)
    for (let moves = 0; moves < 20; moves++) lit.set(['a', 'b'], 'list')
    expect(told).toHaveBeenCalledTimes(1)
    lit.set(['b'], 'list')
    expect(told).toHaveBeenCalledTimes(2)
    expect(lit.read()).toEqual({ ids: ['b'], from: 'list' })
  })
  it('is put out by the side that lit it', () => {
    const lit = new Lit()
    lit.set(['a'], 'map')
    lit.clear('list')
    expect(lit.read()).toBeDefined()
    lit.clear('map')
    expect(lit.read()).toBeUndefined()
  })
  it('no longer reaches who left', () => {
    const lit = new Lit()
    const told = vi.fn()
    lit.subscribe(told)()
    lit.set(['a'], 'list')
    expect(told).not.toHaveBeenCalled()
  })
  it('marks what it is on and nothing else', () => {
    const marked = new Set<string>()
    const bearer = (id: string): Bearer & { id: string } => ({
      id,
      toggleAttribute: (_, force) => (force ? marked.add(id) : marked.delete(id)),
    })
    const rows = ['a', 'b', 'c'].map(bearer)
    light(rows, ({ id }) => id !== 'b')
    light(rows, ({ id }) => id === 'b')
    expect([...marked]).toEqual(['b'])
  })
})
