import { expect, it } from 'vitest'
import type { Criterion } from '../../api/types'
import { seeks } from './seekers'

const covers = (attribute: string, value: string): Criterion => ({ attribute, op: 'covers', value }) as Criterion

it('finds the codes that a demand asks for and a centre works on, broader or narrower, and no others', () => {
  const values = { fields: ['robotics/vision@2027-01-01', 'materials'], languages: ['en'] }
  expect(
    seeks(
      {
        criteria: [
          covers('fields', 'robotics'),
          covers('fields', 'materials/nano'),
          covers('fields', 'robot'),
          covers('other', 'materials'),
        ],
      },
      values,
    ),
  ).toEqual(['robotics', 'materials/nano'])
  expect(seeks({ criteria: [] }, values)).toEqual([])
})
