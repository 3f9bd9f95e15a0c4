import { expect, it } from 'vitest'
import { sideOf } from './cardSide'

const view = { x: 0, y: 0, scale: 1, width: 800, height: 600 }

it.each([
  [0, 0, 110, 'above middle'],
  [0, -200, 110, 'below middle'],
  [0, -50, 280, 'below middle'],
  [0, 100, 280, 'above middle'],
  [-390, 0, 110, 'above start'],
  [390, 250, 280, 'above end'],
])('Beside a pin %d, %d off the middle a card of %d px stands %s', (x, y, height, side) =>
  expect(sideOf({ x, y }, view, height)).toBe(side),
)
it('Where neither side has room the larger one is taken', () => {
  expect(sideOf({ x: 0, y: 0 }, { ...view, height: 300 }, 280)).toBe('below middle')
  expect(sideOf({ x: 0, y: 80 }, { ...view, height: 300 }, 280)).toBe('above middle')
})
