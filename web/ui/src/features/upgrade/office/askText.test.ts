import { expect, it } from 'vitest'
import { formatter } from '../../../i18n/format'
import type { Words } from '../../../i18n/i18n'
import type { PathStep } from '../../../upgrade/types'
import { askText } from './askText'

const words = {
  language: 'en',
  t: (key: string, values: Record<string, unknown> = {}) => [key.split('.').at(-1), ...Object.values(values)].join(' '),
  text: (name?: { en?: string }) => name?.en ?? '',
  format: { ...formatter('en'), money: (amount: number) => `$${amount}` },
} as unknown as Words
const names = {
  stepName: (id: string) => id.toUpperCase(),
  programmeName: (id: string) => id.toUpperCase(),
}
const step = (part: Partial<PathStep>) =>
  ({ step: 'gmp', start: '2027-01-01', end: '2027-05-31', cost: 9, builders: [], ...part }) as PathStep

it('has a line for each step, with who can build it and who pays where somebody does', () => {
  const [head, first, second] = askText(
    [
      step({
        builders: [{ id: 'f1', name: { en: 'Wing Tai' } }, { id: 'f2' }] as PathStep['builders'],
        funding: { programme: 'mpup', amount: 3 },
      }),
      step({ step: 'cobots', builders: [{ id: 'f3' }] as PathStep['builders'] }),
    ],
    words,
    names,
  ).split('\n')
  expect(head).toBe('text')
  expect(first).toMatch(/^step 1 GMP .*2027 \$9 builder Wing Tai programme MPUP \$3$/)
  expect(second).toMatch(/^step 2 COBOTS .*2027 \$9 builder f3$/)
})
