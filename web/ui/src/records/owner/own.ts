import type { RecordStore } from '../../api/records'

/**
 * Reads a record and writes it with its owner, unless it has one by now.
 * @returns Whether it is theirs; false: somebody has named another meanwhile.
 */
export async function own<T extends { owner?: string; version: number }>(store: RecordStore<T>, owner: string) {
  const record = await store.read()
  if (!record.owner) await store.write({ ...record, owner }, record.version)
  return !record.owner || record.owner === owner
}
