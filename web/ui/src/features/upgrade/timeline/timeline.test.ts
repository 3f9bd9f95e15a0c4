import { describe, expect, it } from 'vitest'
import { axisOf, endsOf, placeOf, spanOf } from './timeline'

const step = (start: string, end: string) => ({ start, end })

describe('The axis of a path', () => {
  it('holds whole quarters around all steps', () => {
    const axis = axisOf([step('2027-02-01', '2027-05-31'), step('2027-11-01', '2028-01-31')])!
    expect([axis.from, axis.to]).toEqual(['2027-01-01', '2028-04-01'])
    expect(axis.quarters.map(({ year, quarter }) => `${year} ${quarter}`)).toEqual([
      '2027 1',
      '2027 2',
      '2027 3',
      '2027 4',
      '2028 1',
    ])
    expect(axis.quarters[0]!.at).toBe(0)
  })

  it('is none without steps', () => expect(axisOf([])).toBeUndefined())

  it('counts the last day of a step in full', () => {
    const axis = axisOf([step('2027-01-01', '2027-12-31')])!
    expect(spanOf(axis, step('2027-01-01', '2027-12-31'))).toEqual({ at: 0, width: 1 })
    const january = spanOf(axis, step('2027-01-01', '2027-01-31'))
    expect(january.width).toBeCloseTo(31 / 365)
    expect(january.width).toBeCloseTo(placeOf(axis, '2027-02-01'))
  })
})

it('marks the end of each programme once, where it falls within the path', () => {
  const axis = axisOf([step('2027-01-01', '2027-12-31')])!
  const of = (...programmes: { programme: string; to?: string }[]) => ({ programmes })
  const ends = endsOf(axis, [
    of({ programme: 'mpup', to: '2027-11-17' }, { programme: 'nifs' }),
    of({ programme: 'mpup', to: '2027-11-17' }, { programme: 'later', to: '2028-01-01' }),
    of({ programme: 'first', to: '2027-01-01' }, { programme: 'over', to: '2026-12-31' }),
  ])
  expect(ends.map(({ programme, day }) => [programme, day])).toEqual([
    ['first', '2027-01-01'],
    ['mpup', '2027-11-17'],
  ])
})
