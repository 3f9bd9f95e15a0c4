import { describe, expect, it } from 'vitest'
import type { PartyAccount } from '../../api/types'
import { standingOf, wordsOn } from './standing'

const open: PartyAccount = { email: 'new@a.hk', party: 'firms/f1', invitedBy: 'officer@office.hk' }
const objection = { by: 'ann@a.hk', at: '2026-11-28T10:00:00Z' }
const colleague = { email: 'ann@a.hk', office: false }
const officer = { email: 'officer@office.hk', office: true }

describe('An account', () => {
  it('is confirmed, objected to or open; a word that counts comes after the objection', () => {
    expect(standingOf(open)).toBe('open')
    expect(standingOf({ ...open, objection })).toBe('objected')
    expect(standingOf({ ...open, objection, vouchedBy: 'b@office.hk' })).toBe('confirmed')
  })

  it.each([
    ['open', open, { confirm: true, object: true }, { confirm: true, object: false }],
    ['objected', { ...open, objection }, { confirm: false, object: false }, { confirm: true, object: false }],
    [
      'confirmed',
      { ...open, vouchedBy: 'b@a.hk' },
      { confirm: false, object: true },
      { confirm: false, object: false },
    ],
    ['own', { ...open, email: 'ann@a.hk' }, { confirm: false, object: false }, { confirm: true, object: false }],
  ])('%s: what its colleagues and the office may say', (_, account, ofColleague, ofOffice) => {
    expect([wordsOn(account, colleague), wordsOn(account, officer)]).toEqual([ofColleague, ofOffice])
  })
})
