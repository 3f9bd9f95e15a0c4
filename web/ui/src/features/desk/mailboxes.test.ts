import { expect, it } from 'vitest'
import type { Introduction } from '../../api/introductions'
import { Some } from '../../live/Some'
import { mailboxesOf } from './mailboxes'

const card = (id: string, party: string, mailbox: string | undefined, movedAt: string, by?: string): Introduction =>
  Some.card(id, {
    movedAt,
    counterpart: {
      alias: { en: 'C' },
      party,
      ...(mailbox && { mailbox }),
      ...(by && {
        consent: { by, at: movedAt, how: 'mail' } as unknown as NonNullable<Introduction['seeker']['consent']>,
      }),
    },
  })

it('A party is reached where it was asked or answered before, the newest first, each address once', () => {
  const cards = [
    card('a', 'firms/f1', 'old@f1.hk', '2026-10-01T00:00:00Z'),
    card('b', 'firms/f1', 'new@f1.hk', '2026-11-01T00:00:00Z', 'boss@f1.hk'),
    card('c', 'firms/f1', 'old@f1.hk', '2026-11-02T00:00:00Z'),
    card('d', 'firms/f2', 'other@f2.hk', '2026-11-03T00:00:00Z'),
    card('e', 'firms/f1', undefined, '2026-11-04T00:00:00Z'),
    card('own', 'firms/f1', 'own@f1.hk', '2026-11-05T00:00:00Z'),
  ]
  expect(mailboxesOf('firms/f1', cards, 'own')).toEqual(['old@f1.hk', 'boss@f1.hk', 'new@f1.hk'])
  expect(mailboxesOf(undefined, cards, 'own')).toEqual([])
})
