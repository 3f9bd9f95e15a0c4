import { describe, expect, it } from 'vitest'
import type { Introduction, Participant } from '../api/introductions'
import { answeringFor } from './vouching'

const card = (seeker: Partial<Participant>): Introduction => ({
  id: 'i1',
  board: 'sites',
  state: 'offered',
  holder: 'both',
  officer: 'broker@office.hk',
  seeker: { alias: {}, ...seeker },
  counterpart: { alias: {} },
  createdAt: '',
  movedAt: '',
  meetings: [],
  version: 1,
})
const typed = { mailbox: 'ann@a.hk', mailboxBy: 'typist@office.hk' }
const office = (by: string) => ({ by, as: 'office' as const, at: '' })

describe('An address that answers for a side', () => {
  it('is that of the consent, which counts by the word of its voucher', () => {
    const consent = { at: '', by: 'bea@a.hk', through: 'account' as const }
    expect(answeringFor(card({ ...typed, consent }), 'seeker')).toEqual({ mailbox: 'bea@a.hk', by: undefined })
    expect(answeringFor(card({ consent: { ...consent, vouchedBy: 'cy@a.hk' } }), 'seeker')?.by).toBe('cy@a.hk')
  })

  it('is known before the answer only where an officer typed it', () => {
    expect(answeringFor(card({}), 'seeker')).toBeUndefined()
    expect(answeringFor(card({ mailbox: 'ann@a.hk' }), 'seeker')).toBeUndefined()
    expect(answeringFor(card(typed), 'seeker')).toEqual({ mailbox: 'ann@a.hk', by: undefined })
  })

  it.each([
    ['a colleague', [office('other@office.hk')], 'other@office.hk'],
    ['whoever typed it', [office('typist@office.hk')], undefined],
    ['the broker', [office('broker@office.hk')], undefined],
    ['the broker, then a colleague', [office('broker@office.hk'), office('other@office.hk')], 'other@office.hk'],
    ['the party', [{ by: 'cy@a.hk', as: 'party' as const, at: '' }], 'cy@a.hk'],
  ])('confirmed by %s', (_, mailboxVouches, by) => {
    expect(answeringFor(card({ ...typed, mailboxVouches }), 'seeker')?.by).toBe(by)
  })
})
