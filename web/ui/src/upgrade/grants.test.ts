import { expect, it } from 'vitest'
import type { PathStep } from './types'
import { grantsOf } from './grants'

const paid = (programme: string, amount: number) => ({ funding: { programme, amount } }) as PathStep

it('adds up what a programme gives to several steps, the most first, and leaves out who gives nothing', () => {
  const steps = [paid('mpup', 140), {} as PathStep, paid('nifs', 3200), paid('mpup', 110), paid('itf', 0)]
  expect(grantsOf({ steps })).toEqual([
    { programme: 'nifs', grant: 3200 },
    { programme: 'mpup', grant: 250 },
  ])
})
