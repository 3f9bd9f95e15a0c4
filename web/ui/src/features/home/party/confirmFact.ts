import { type RecordStore, storeOf, storeOfSpace } from '../../../api/records'
import type { Fact, Value } from '../../../api/types'
import { isStale } from '../../../api/useSave'
import { stamped } from '../../../records/facts/facts'

interface Stated {
  values: Record<string, Value>
  facts?: Record<string, Fact>
  version: number
}

export interface Confirmed {
  attribute: string
  /** The value that the reader confirms. */
  value: Value | undefined
  source: string
}

/** Says that a fact is known as of today. The record's other fields stay as they are now. */
export function confirmFact(kind: 'building' | 'space' | 'firm' | 'opportunity', id: string, confirmed: Confirmed) {
  switch (kind) {
    case 'building':
      return confirmIn(storeOf('buildings', id), confirmed)
    case 'space':
      return confirmIn(storeOfSpace(id), confirmed)
    case 'firm':
      return confirmIn(storeOf('firms', id), confirmed)
    case 'opportunity':
      return confirmIn(storeOf('opportunities', id), confirmed)
  }
}

/**
 * Somebody who saves the record between the reading and the writing is not overwritten: it is read once more. Nothing
 * is written, and undefined answered, where the value is another than the reader saw.
 */
export async function confirmIn<T extends Stated>(store: RecordStore<T>, { attribute, value, source }: Confirmed) {
  for (let tries = 0; ; tries++) {
    const record = await store.read()
    if (JSON.stringify(record.values[attribute]) !== JSON.stringify(value)) return undefined
    try {
      return await store.write({ ...record, facts: stamped(record.facts, [attribute], source) }, record.version)
    } catch (failure) {
      if (!isStale(failure) || tries > 0) throw failure
    }
  }
}
