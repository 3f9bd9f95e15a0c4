import { describe, expect, it } from 'vitest'
import { awayFor, changesIn, changesOf, visited } from './visits'

describe('What changed since the last visit', () => {
  const first = visited(undefined, { d1: ['a', 'b'] }, 1_000)

  it('is unknown at the first visit, as nothing can be compared', () => {
    expect(first.before).toBeUndefined()
    expect(changesOf(first.before, 'd1', ['a', 'b', 'c'])).toBeUndefined()
  })

  it('counts what came and went between two visits', () => {
    const second = visited(first, { d1: ['b', 'c'] }, 1_001 + awayFor)
    const changes = changesOf(second.before, 'd1', ['b', 'c'])
    expect([...changes!.fresh]).toEqual(['c'])
    expect(changes!.gone).toBe(1)
  })

  it('stays the same while one visit lasts, however often the page is opened', () => {
    let visits = visited(first, { d1: ['b', 'c'] }, 1_001 + awayFor)
    for (let times = 1; times <= 5; times++) visits = visited(visits, { d1: ['b', 'c'] }, visits.now.at + awayFor)
    expect([...changesOf(visits.before, 'd1', ['b', 'c'])!.fresh]).toEqual(['c'])
  })

  it('keeps a list that this opening of the page has not read yet', () => {
    const visits = visited(first, { d2: ['x'] }, 2_000)
    expect(visits.now.lists).toEqual({ d1: ['a', 'b'], d2: ['x'] })
  })

  it('says nothing of a list that did not exist then', () =>
    expect(changesOf(visited(first, {}, 1_001 + awayFor).before, 'd9', ['a'])).toBeUndefined())

  it('is told of a Brief in one number over its boards', () => {
    const { before } = visited(first, {}, 1_001 + awayFor)
    expect(changesIn(before, { d1: ['b', 'c', 'd'], d9: ['x'] }, ['d1', 'd9'])).toEqual({ fresh: 2, gone: 1 })
    expect(changesIn(before, { d9: ['x'] }, ['d1', 'd9'])).toBeUndefined()
  })
})
