import { beforeEach, describe, expect, it } from 'vitest'
import type { DeskAnswer, DeskEvent, Introduction } from '../api/introductions'
import { IntroductionList } from './introductionList'

/** As the seeker reads it: its own demand, and its turn while it is asked. */
const some = (id: string, over: Partial<Introduction> = {}): Introduction => ({
  id,
  demand: 'd1',
  match: `m-${id}`,
  board: 'sites',
  state: 'offered',
  holder: 'seeker',
  seeker: { alias: {} },
  counterpart: { alias: {} },
  createdAt: '2026-11-01T00:00:00Z',
  movedAt: `2026-11-0${id.length}T00:00:00Z`,
  meetings: [],
  version: 1,
  ...over,
})
const given = (id: string, version = 2) =>
  some(id, { holder: 'counterpart', seeker: { alias: {}, consent: { at: '', by: '', through: 'account' } }, version })

describe('The introductions of a party', () => {
  let list: IntroductionList
  const take = (answer: DeskAnswer) => {
    list.replace(answer)
    list.publish()
  }
  const hear = (...events: DeskEvent[]) => {
    list.apply(events)
    list.publish()
  }
  beforeEach(() => {
    list = new IntroductionList()
    take({
      sequence: 5,
      introductions: [some('a'), some('bb'), given('c'), some('d', { state: 'declined', holder: 'nobody' })],
    })
  })

  it('stand by who acts next, newest first', () => {
    expect(list.read()).toMatchObject({
      ready: true,
      pending: 0,
      order: { yours: ['bb', 'a'], open: ['c'], ended: ['d'] },
    })
  })

  it('change in place and move only when they are arranged', () => {
    hear({ sequence: 6, introduction: given('a') })
    expect(list.entry('a')).toMatchObject({ change: 1, introduction: { version: 2 } })
    expect(list.read()).toMatchObject({ pending: 1, order: { yours: ['bb', 'a'] } })
    list.arrange()
    expect(list.read()).toMatchObject({ pending: 0, order: { yours: ['bb'], open: ['a', 'c'] } })
    expect(list.entry('a')).toMatchObject({ change: 0 })
  })

  it('show the first that comes to an empty list at once, where nothing can move', () => {
    list = new IntroductionList()
    take({ sequence: 5, introductions: [] })
    hear({ sequence: 6, introduction: some('a') })
    expect(list.read()).toMatchObject({ pending: 0, order: { yours: ['a'] } })
  })

  it('show what is new only once they are arranged', () => {
    hear({ sequence: 6, introduction: some('new') })
    expect(list.read()).toMatchObject({ pending: 1, order: { yours: ['bb', 'a'] } })
    list.arrange()
    expect(list.read().order.yours).toEqual(['new', 'bb', 'a'])
  })

  it('keep what is gone, greyed, until they are arranged', () => {
    hear({ sequence: 6, gone: 'c' })
    expect(list.entry('c')).toMatchObject({ gone: true })
    list.arrange()
    expect(list.entry('c')).toBeUndefined()
  })

  it('take an answer to a request and its event in either order', () => {
    list.put(given('a', 3))
    hear({ sequence: 6, introduction: given('a', 2) })
    expect(list.entry('a')!.introduction.version).toBe(3)
    hear({ sequence: 7, introduction: given('a', 3) })
    expect(list.entry('a')!.change).toBe(1)
  })

  it('keep what ended long ago when all that is recent comes anew', () => {
    take({ sequence: 40, introductions: [some('a')] })
    list.arrange()
    expect(list.read().order).toEqual({ yours: ['a'], open: [], ended: ['d'] })
  })

  it('find the open one of a demand and a match', () => {
    expect(list.openOf('d1', 'm-a')?.id).toBe('a')
    expect(list.openOf('d1', 'm-d')).toBeUndefined()
    const untold = some('e')
    delete untold.match
    list.made('m-e', untold)
    expect(list.openOf('d1', 'm-e')?.id).toBe('e')
  })

  it('are not ready before all that is recent was told', () => {
    const other = new IntroductionList()
    other.put(some('a'))
    expect(other.read().ready).toBe(false)
    other.replace({ introductions: [some('a'), some('bb')] })
    other.publish()
    expect(other.read()).toMatchObject({ ready: true, pending: 0, order: { yours: ['bb', 'a'] } })
  })

  it('keep an entry as it is while nothing in it changed', () => {
    const before = list.entry('bb')
    hear({ sequence: 6, introduction: given('a') })
    expect(list.entry('bb')).toBe(before)
  })
})
