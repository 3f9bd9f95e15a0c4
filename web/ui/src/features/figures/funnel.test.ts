import { describe, expect, it } from 'vitest'
import { periodOf } from './figures'
import { funnelOf } from './funnel'

describe('The funnel', () => {
  it('relates those who went further to those who came, and the period to the one before', () =>
    expect(
      funnelOf(
        periodOf({ 'reached:suggested': 8, 'onward:suggested': 6, 'reached:offered': 7, succeeded: 2 }),
        periodOf({ 'reached:suggested': 5 }),
      ).map(({ figure, count, before, onward }) => [figure, count, before, onward]),
    ).toEqual([
      ['reached:suggested', 8, 5, 75],
      ['reached:offered', 7, 0, 0],
      ['reached:agreed', 0, 0, undefined],
      ['reached:introduced', 0, 0, undefined],
      ['reached:underway', 0, 0, undefined],
      ['succeeded', 2, 0, undefined],
    ]))
})
