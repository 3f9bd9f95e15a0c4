import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../api/client'
import type { Visit } from '../../api/types'
import { dropped, moved, type PlannedStop, previewOf, refusals, routeOf, seenTimes, type VisitPlan } from './visit'

const place = { lat: 22.31, lon: 114.22 }
const visit: Visit = {
  id: 'v',
  version: 1,
  owner: 'enterprises/e1',
  window: { from: '2026-12-03T05:00:00Z', to: '2026-12-03T10:00:00Z' },
  stops: ['a', 'b', 'c'].map((introduction) => ({ introduction, minutes: 45 })),
  keepsOrder: false,
  booked: [],
}
const stop = (introduction: string, at?: string): PlannedStop => ({
  introduction,
  version: 1,
  minutes: 45,
  walk: 5,
  people: [],
  point: { ...place, lon: place.lon + introduction.charCodeAt(0) / 1e4 },
  ...(at ? { at } : { problem: 'noCounterpartTimes' as const }),
})
const plan: VisitPlan = {
  version: 1,
  stops: [stop('c', '2026-12-03T05:00:00Z'), stop('a', '2026-12-03T06:00:00Z'), stop('b')],
  walked: 10,
  walkToEnd: 0,
  fits: false,
  isBooked: false,
  clientTimes: [],
}

describe('A visit', () => {
  it('keeps an order from the first change by hand, beginning with the order that is seen', () => {
    const changed = moved(visit, plan, 'a', -1)
    expect(changed.stops.map(({ introduction }) => introduction)).toEqual(['a', 'c', 'b'])
    expect(changed.keepsOrder).toBe(true)
    expect(moved(visit, plan, 'c', -1)).toBe(visit)
    expect(moved(visit, plan, 'b', 1)).toBe(visit)
  })

  it('is booked as it was seen', () =>
    expect(seenTimes(plan)).toEqual([
      { introduction: 'c', at: '2026-12-03T05:00:00Z' },
      { introduction: 'a', at: '2026-12-03T06:00:00Z' },
    ]))

  it('has a way through the stops that have times, between its start and its end', () => {
    const start = { text: 'MTR', point: { lat: 22.3, lon: 114.2 } }
    expect(routeOf({ ...visit, start }, plan)).toEqual([start.point, plan.stops[0]!.point, plan.stops[1]!.point])
  })

  it('says of which stop a refusal speaks', () => {
    const error = new ProblemError({ status: 422, errors: { 'stops[1].people[0]': ['Bad.'], booked: ['Gone.'] } })
    expect(refusals(error, visit)).toEqual([
      { introduction: 'b', message: 'Bad.' },
      { introduction: undefined, message: 'Gone.' },
    ])
    expect(refusals(new Error('x'), visit)).toEqual([])
  })

  it('cancels the meetings whose stops have gone', () => {
    const was = { ...visit, booked: ['c', 'z'].map((introduction) => ({ introduction, meeting: 'm' })) }
    expect(dropped(was, plan).map(({ introduction }) => introduction)).toEqual(['z'])
  })

  it('asks for the letters of a new meeting, and of one that changes by its id', () => {
    const meeting = {
      kind: 'trial' as const,
      at: '2026-12-03T05:00:00Z',
      minutes: 45,
      place: 'A / 甲',
      people: ['p@x.hk'],
      note: 'Boots',
      point: place,
    }
    expect(previewOf({ act: 'meet', meeting: { ...meeting, id: '', revision: 0 } })).toEqual({ act: 'meet', meeting })
    expect(previewOf({ act: 'rebook', meeting: { ...meeting, id: 'm1', revision: 2 } })).toEqual({
      act: 'rebook',
      meetingId: 'm1',
      meeting,
    })
  })
})
