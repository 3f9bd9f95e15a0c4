import { describe, expect, it } from 'vitest'
import { lastWeeks, seriesOf, shortDay } from './figures'

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
  it('name a week shortly', () => expect(shortDay('2026-03-09')).toBe('9/3'))
})
