import { describe, expect, it } from 'vitest'
import type { Introduction, Meeting } from '../../api/introductions'
import { agendaOf, isTight } from './agenda'

const now = Date.parse('2026-12-03T02:00:00Z')
const here = { lat: 22.31, lon: 114.22 }
const farther = { lat: 22.319, lon: 114.22 }
const meeting = (id: string, at: string, more: Partial<Meeting> = {}): Meeting => ({
  id,
  kind: 'siteVisit',
  at,
  minutes: 45,
  place: 'A place',
  people: [],
  revision: 0,
  ...more,
})
const introduction = (id: string, ...meetings: Meeting[]) => ({ id, meetings }) as unknown as Introduction
const ids = (days: ReturnType<typeof agendaOf>['ahead']) =>
  days.map(({ day, appointments }) => [day, ...appointments.map((one) => one.meeting.id)])

describe('An agenda', () => {
  it('has the next day first, and behind it what is over', () => {
    const { ahead, past } = agendaOf(
      [
        introduction('a', meeting('later', '2026-12-05T06:00:00Z'), meeting('older', '2026-11-02T06:00:00Z')),
        introduction('b', meeting('today', '2026-12-03T06:00:00Z'), meeting('over', '2026-12-02T06:00:00Z')),
      ],
      now,
    )
    expect(ids(ahead)).toEqual([
      ['2026-12-03', 'today'],
      ['2026-12-05', 'later'],
    ])
    expect(ids(past)).toEqual([
      ['2026-12-02', 'over'],
      ['2026-11-02', 'older'],
    ])
  })

  it('takes the day of Hong Kong, and a meeting that takes place now as one to come', () => {
    const { ahead } = agendaOf([introduction('a', meeting('now', '2026-12-03T01:30:00Z'))], now)
    expect(ids(ahead)).toEqual([['2026-12-03', 'now']])
    expect(ids(agendaOf([introduction('a', meeting('night', '2026-12-03T17:00:00Z'))], now).ahead)).toEqual([
      ['2026-12-04', 'night'],
    ])
  })

  it('keeps a cancelled meeting on its day without a number, a walk or a claim to come', () => {
    const { ahead, past } = agendaOf(
      [
        introduction(
          'a',
          meeting('first', '2026-12-03T06:00:00Z', { point: here }),
          meeting('off', '2026-12-03T07:00:00Z', { point: here, cancelled: true }),
          meeting('second', '2026-12-03T08:00:00Z', { point: farther }),
          meeting('gone', '2026-12-04T06:00:00Z', { cancelled: true }),
        ),
      ],
      now,
    )
    expect(ahead[0]!.appointments.map(({ meeting: { id }, number, walk, gap }) => [id, number, walk, gap])).toEqual([
      ['first', 1, undefined, undefined],
      ['off', undefined, undefined, undefined],
      ['second', 2, 17, 75],
    ])
    expect(ids(past)).toEqual([['2026-12-04', 'gone']])
  })

  it('says where the way takes longer than there is time, and nothing where a place is not known', () => {
    const day = (at: string, point?: typeof here) =>
      agendaOf(
        [
          introduction('a', meeting('one', '2026-12-03T06:00:00Z', { point: here })),
          introduction('b', meeting('two', at, point && { point })),
        ],
        now,
      ).ahead[0]!.appointments.map(isTight)
    expect(day('2026-12-03T07:01:00Z', farther)).toEqual([false, true])
    expect(day('2026-12-03T07:02:00Z', farther)).toEqual([false, false])
    expect(day('2026-12-03T06:30:00Z')).toEqual([false, false])
    expect(day('2026-12-03T06:30:00Z', here)).toEqual([false, true])
  })
})
