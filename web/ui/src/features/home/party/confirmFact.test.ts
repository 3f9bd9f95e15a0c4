import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../../api/client'
import { confirmIn } from './confirmFact'

/** A record that somebody else saves so many times, each time after it was read here. */
function contested(times: number) {
  let record = { version: 1, note: 'theirs 1', values: { area: 500 }, facts: { rent: { verifiedOn: '2020-01-01' } } }
  return {
    read: () => Promise.resolve(record),
    write: (next: typeof record, version?: number) => {
      if (times-- > 0) record = { ...record, version: record.version + 1, note: `theirs ${record.version + 1}` }
      if (version !== record.version) return Promise.reject(new ProblemError({ status: 412 }))
      return Promise.resolve((record = { ...next, version: version + 1 }))
    },
  }
}

const confirmed = { attribute: 'area', value: 500, source: 'Own statement' }

describe('A fact that is confirmed', () => {
  it('is said of that fact alone', async () => {
    const saved = await confirmIn(contested(0), confirmed)
    expect(saved?.facts).toMatchObject({ rent: { verifiedOn: '2020-01-01' }, area: { source: 'Own statement' } })
  })
  it('overwrites nobody who saved the record meanwhile', async () =>
    expect(await confirmIn(contested(1), confirmed)).toMatchObject({ note: 'theirs 2', version: 3 }))
  it('is not confirmed where its value is another by now', async () =>
    expect(await confirmIn(contested(0), { ...confirmed, value: 400 })).toBeUndefined())
  it('gives up where the record keeps changing', async () =>
    expect(confirmIn(contested(9), confirmed)).rejects.toMatchObject({ status: 412 }))
})
