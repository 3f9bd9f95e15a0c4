import { expect, it } from 'vitest'
import { wholeOf } from './whole'

it('takes whole dollars as people write them', () => {
  expect(['300,000,000', '300 000', 'HK$5', '', '1.5', '-3', '0'].map(wholeOf)).toEqual([
    300_000_000,
    300_000,
    undefined,
    undefined,
    undefined,
    undefined,
    0,
  ])
})
