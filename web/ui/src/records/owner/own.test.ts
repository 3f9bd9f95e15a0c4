import { expect, it, vi } from 'vitest'
import { own } from './own'

it.each([
  [undefined, true, 1],
  ['owners/o1', true, 0],
  ['owners/o2', false, 0],
])('A record of %s becomes or stays owners/o1: %s', async (before, theirs, writes) => {
  const write = vi.fn((record: { owner?: string; version: number }) => Promise.resolve(record))
  const read = () => Promise.resolve({ version: 3, ...(before && { owner: before }) })
  expect(await own({ read, write }, 'owners/o1')).toBe(theirs)
  expect(write).toHaveBeenCalledTimes(writes)
  if (writes) expect(write).toHaveBeenCalledWith({ owner: 'owners/o1', version: 3 }, 3)
})
