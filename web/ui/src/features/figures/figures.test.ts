import { describe, expect, it } from 'vitest'
import { askedBy, dividedBy, lastWeeks, listOf, periodOf, seriesOf, shortDay, weeksOf } from './figures'

describe('Figures', () => {
  it('draw the states in which anything happened, to one scale', () => {
    expect(seriesOf([{ offered: 2 }, { offered: 5, suggested: 1 }])).toEqual({
      series: [
        { state: 'suggested', counts: [0, 1] },
        { state: 'offered', counts: [2, 5] },
      ],
      most: 5,
    })
    expect(seriesOf([])).toEqual({ series: [], most: 0 })
  })
  it('begin with twelve weeks up to the day in Hong Kong', () => {
    expect(lastWeeks(Date.parse('2026-11-24T17:00:00Z'))).toEqual({ from: '2026-09-03', to: '2026-11-25' })
  })
  it('lead to the list behind a number, under the same conditions', () => {
    const asked = askedBy(new URLSearchParams('from=2026-09-01&to=2026-11-30&officer=a%40b.hk&board='))
    expect(asked).toEqual({ from: '2026-09-01', to: '2026-11-30', officer: 'a@b.hk' })
    expect(listOf('shown:firms/f1', asked)).toBe(
      '/figures/list?figure=shown%3Afirms%2Ff1&from=2026-09-01&to=2026-11-30&officer=a%40b.hk',
    )
  })
  it('divide outcomes, the most first', () => {
    const period = periodOf({
      'outcome:officer:a@b.hk:landed': 1,
      'outcome:officer:a@b.hk:noFit': 2,
      'outcome:officer:unknown:landed': 4,
      'outcome:board:sites:landed': 5,
      succeeded: 5,
    })
    expect(dividedBy('officer', period)).toEqual([
      { of: 'unknown', outcomes: { landed: 4 }, total: 4 },
      { of: 'a@b.hk', outcomes: { landed: 1, noFit: 2 }, total: 3 },
    ])
    expect(dividedBy('district', period)).toEqual([])
  })
  it('count seven days from the first on', () =>
    expect(weeksOf({ ...periodOf({ 'new:0': 2, 'new:2': 1 }), from: '2026-11-01', to: '2026-11-15' })).toEqual([
      { from: '2026-11-01', count: 2 },
      { from: '2026-11-08', count: 0 },
      { from: '2026-11-15', count: 1 },
    ]))
  it('name a week shortly', () => expect(shortDay('2026-03-09')).toBe('9/3'))
})
