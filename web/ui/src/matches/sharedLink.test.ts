import { expect, it } from 'vitest'
import type { Criterion } from '../api/types'
import { sharedLink } from './sharedLink'

const criteria: Criterion[] = [{ attribute: 'rent', op: 'atMost', limit: 200, strength: 'must', weight: 5 }]

it('A link brings along the requirement that this browser alone holds, and what is compared', () => {
  const link = new URL(sharedLink('https://x.hk/en/sites?compare=b1%2Fs1%2Cb2%2Fs2', 'sites', criteria))
  expect(JSON.parse(link.searchParams.get('criteria')!)).toEqual(criteria)
  expect(link.searchParams.get('compare')).toBe('b1/s1,b2/s2')
})

it('A saved requirement is read by its own address', () =>
  expect(sharedLink('https://x.hk/en/demands/d1', 'sites', criteria)).toBe('https://x.hk/en/demands/d1'))
