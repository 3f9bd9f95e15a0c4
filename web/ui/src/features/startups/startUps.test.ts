import { describe, expect, it } from 'vitest'
import { answered, findsPath, leftByReason, needs, toggled } from './startUps'

describe('answered', () => {
  it('forgets an answer that is taken back', () => {
    const stated = answered(answered({}, 'industry', 'fintech'), 'university', false)
    expect(stated).toEqual({ industry: 'fintech', university: false })
    expect(answered(stated, 'industry', '')).toEqual({ university: false })
    expect(answered({ seeks: ['a'] }, 'seeks', [])).toEqual({})
    expect(answered(stated, 'university', undefined)).toEqual({ industry: 'fintech' })
  })
})

describe('toggled', () => {
  it('keeps the order of all', () => {
    expect(toggled(needs, ['people'], 'space', true)).toEqual(['space', 'people'])
    expect(toggled(needs, ['space', 'people'], 'space', false)).toEqual(['people'])
  })
})

describe('findsPath', () => {
  it('opens a match on its board with what was asked', () => {
    const found = {
      board: 'partners' as const,
      browsed: true,
      best: [],
      campuses: [],
      criteria: [
        { attribute: 'capabilities', op: 'covers' as const, value: 'process', strength: 'must' as const, weight: 5 },
      ],
    }
    expect(findsPath(found, 'f1')).toContain('capabilities_covers')
    expect(findsPath(found, 'f1')).toContain('f1')
  })
})

describe('leftByReason', () => {
  it('puts together what has one reason', () => {
    const step = (id: string, reason: 'stage' | 'need') => ({ id, name: id, reason }) as never
    expect(
      leftByReason([step('a', 'stage'), step('b', 'need'), step('c', 'stage')]).map(([reason, all]) => [
        reason,
        all.length,
      ]),
    ).toEqual([
      ['stage', 2],
      ['need', 1],
    ])
  })
})
