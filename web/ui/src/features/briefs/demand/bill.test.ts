import { describe, expect, it } from 'vitest'
import type { Criterion } from '../../../api/types'
import { billOf, coverOf } from './bill'

const criteria: Criterion[] = [
  { attribute: 'capabilities', op: 'covers', value: 'process/machining' },
  { attribute: 'leadTime', op: 'atMost', limit: 30 },
  { attribute: 'certifications', op: 'covers', value: 'iso-9001', strength: 'prefer' },
  { attribute: 'materials', op: 'covers', value: 'metals', strength: 'must' },
]

describe('A bill', () => {
  it('has a line for each code that must be covered', () => expect(billOf(criteria)).toEqual([0, 3]))
  it('says by whom a line is made, and that nobody makes it', () => {
    const answer = {
      firms: ['a', 'b'],
      lines: [
        { criterion: 0, by: 'a' },
        { criterion: 0, by: 'b' },
      ],
      uncovered: [3],
      optimal: true,
    }
    expect(coverOf(answer, 0)).toEqual(['a', 'b'])
    expect(coverOf(answer, 3)).toEqual([])
  })
})
