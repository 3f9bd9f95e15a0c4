import { expect, it } from 'vitest'
import { scaleLength } from './scaleLength'

it.each([
  [0.05, 1000],
  [0.08, 1000],
  [0.081, 500],
  [0.3, 200],
  [1, 50],
  [3.6, 20],
])('The scale at %d pixels a metre shows %d m', (pixelsPerMetre, metres) => {
  expect(scaleLength(pixelsPerMetre)).toEqual({ metres, pixels: metres * pixelsPerMetre })
})
