import { expect, it } from 'vitest'
import type { UpgradeList } from '../../../upgrade/types'
import { questionsOf, toggled } from './questions'

const list: UpgradeList = {
  version: 0,
  steps: [],
  withdrawn: [],
  symptoms: [
    { code: 'labour', group: 'people', name: {} },
    { code: 'energy', group: 'cost', name: {} },
  ],
  groups: [
    { code: 'people', name: {} },
    { code: 'empty', name: {} },
    { code: 'cost', name: {} },
  ],
  dimensions: [],
  levels: [],
  rates: [],
}

it('asks once for each group of symptoms, and of a group without any nothing', () =>
  expect(questionsOf(list).map(({ key }) => key)).toEqual([
    'makes',
    'level',
    'symptoms people',
    'symptoms cost',
    'wanted',
  ]))

it('ticks a code once and takes it away again', () => {
  expect(toggled(['a', 'b'], 'c', true)).toEqual(['a', 'b', 'c'])
  expect(toggled(['a', 'b'], 'a', true)).toEqual(['b', 'a'])
  expect(toggled(['a', 'b'], 'a', false)).toEqual(['b'])
})
