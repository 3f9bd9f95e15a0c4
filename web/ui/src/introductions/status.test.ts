import { describe, expect, it } from 'vitest'
import type { Introduction } from '../api/introductions'
import { asksOwn, isAnswerable, nextOf, sideOf, statusOf } from './status'

const unconfirmed = { at: '', by: '', through: 'mail' as const }
const consent = { ...unconfirmed, vouchedBy: 'a@b' }
const some = (over: Partial<Introduction>): Introduction => ({
  id: 'i1',
  board: 'sites',
  state: 'offered',
  holder: 'counterpart',
  seeker: { alias: {} },
  counterpart: { alias: {} },
  createdAt: '',
  movedAt: '',
  meetings: [],
  version: 1,
  ...over,
})

describe('What a party reads', () => {
  it('is its own side: only a seeker is told the demand', () => {
    expect([sideOf(some({ demand: 'd1' })), sideOf(some({}))]).toEqual(['seeker', 'counterpart'])
  })

  it.each([
    ['offered', 'counterpart', {}, 'offered', 'you', true],
    ['offered', 'seeker', { counterpart: { alias: {}, consent } }, 'given', 'other', true],
    ['offered', 'seeker', { counterpart: { alias: {}, consent: unconfirmed } }, 'unconfirmed', 'other', true],
    ['agreed', 'officer', { counterpart: { alias: {}, consent } }, 'agreed', 'office', true],
    ['suggested', 'officer', {}, 'suggested', 'office', false],
    ['introduced', 'officer', {}, 'introduced', 'office', false],
    ['expired', 'officer', {}, 'expired', 'office', false],
    ['concluded', 'nobody', { outcome: 'landed' }, 'concluded', 'nobody', false],
    ['concluded', 'nobody', {}, 'closed', 'nobody', false],
    ['declined', 'nobody', {}, 'declined', 'nobody', false],
  ] as const)('%s, held by %s', (state, holder, over, standing, next, answerable) => {
    const introduction = some({ state, holder, ...over })
    expect([statusOf(introduction), nextOf(introduction), isAnswerable(introduction), asksOwn(introduction)]).toEqual([
      standing,
      next,
      answerable,
      next === 'you',
    ])
  })
})
