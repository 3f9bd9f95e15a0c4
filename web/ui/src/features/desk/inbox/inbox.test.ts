import { describe, expect, it } from 'vitest'
import type { Introduction } from '../../../api/introductions'
import { clockOf, inboxOf, needsOf } from './inbox'

const today = '2026-11-30'
const card = (id: string, rest: Partial<Introduction> = {}): Introduction => ({
  id,
  board: 'sites',
  state: 'suggested',
  seeker: {} as Introduction['seeker'],
  counterpart: {} as Introduction['counterpart'],
  createdAt: '2026-11-01T00:00:00Z',
  movedAt: '2026-11-01T00:00:00Z',
  holder: 'officer',
  meetings: [],
  version: 1,
  ...rest,
})
const order = (cards: Introduction[], officer?: string) =>
  inboxOf(cards, today)
    .filter((card) => !officer || card.officer === officer)
    .map(({ id }) => id)

describe("An officer's inbox", () => {
  it.each([
    [{ overdue: true }, 'late'],
    [{ dueOn: '2026-11-29' }, 'late'],
    [{ dueOn: '2026-11-30' }, 'today'],
    [{ dueOn: '2026-12-02' }, 'soon'],
    [{ dueOn: '2026-12-03' }, 'later'],
    [{}, 'none'],
  ] as const)('reads %j as %s', (due, clock) => expect(clockOf(due, today)).toBe(clock))

  it('begins with what is late, whoever it waits for, and ends with what has no day', () =>
    expect(
      order([
        card('none'),
        card('later', { dueOn: '2026-12-20' }),
        card('soon', { dueOn: '2026-12-01' }),
        card('theirs', { dueOn: '2026-11-30', holder: 'both' }),
        card('today', { dueOn: '2026-11-30' }),
        card('late', { overdue: true }),
      ]),
    ).toEqual(['late', 'today', 'theirs', 'soon', 'later', 'none']))

  it('puts what has stood longest first where all else is equal', () =>
    expect(order([card('b', { movedAt: '2026-11-02T00:00:00Z' }), card('a')])).toEqual(['a', 'b']))

  it('leaves out what is over, and what belongs to a colleague where only the own are wanted', () =>
    expect(
      order(
        [
          card('mine', { officer: 'o@x' }),
          card('other', { officer: 'p@x' }),
          card('over', { officer: 'o@x', state: 'concluded' }),
          card('expired', { officer: 'o@x', state: 'expired' }),
        ],
        'o@x',
      ),
    ).toEqual(['mine']))

  it('counts what waits for the office, and what of it cannot wait', () =>
    expect(
      needsOf([card('a', { overdue: true }), card('b'), card('c', { holder: 'both', overdue: true })], today),
    ).toEqual({
      waiting: 2,
      today: 1,
    }))
})
