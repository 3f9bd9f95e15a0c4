import { same } from '../api/same'

type Plain = Record<string, unknown>

/** A record as flat fields: `unit`, `values.rent`. */
function fields(record: Plain): Plain {
  const { values, version, inherited, ...rest } = record
  void version
  void inherited
  const inside = Object.entries((values ?? {}) as Plain).map(([code, value]) => [`values.${code}`, value] as const)
  return { ...rest, ...Object.fromEntries(inside) }
}

export interface Conflict {
  /** Fields that somebody else changed meanwhile, such as `values.rent`. */
  theirs: string[]
  /** Those among them that were edited here too. */
  both: string[]
}

export function conflictOf(before: object, mine: object, theirs: object): Conflict {
  const [old, own, other] = [before, mine, theirs].map((record) => fields(record as Plain)) as [Plain, Plain, Plain]
  const names = [...new Set([...Object.keys(old), ...Object.keys(own), ...Object.keys(other)])]
  const changed = names.filter((name) => !same(old[name], other[name]))
  return { theirs: changed, both: changed.filter((name) => !same(old[name], own[name])) }
}

/** Their record with this page's edits on top, so that nothing typed is lost. */
export function rebased<T extends { values: object; version: number }>(before: T, mine: T, theirs: T): T {
  const next: Plain = { ...theirs }
  const values: Plain = { ...(theirs.values as Plain) }
  carry(before as Plain, mine as Plain, next, ['values', 'version', 'inherited'])
  carry(before.values as Plain, mine.values as Plain, values, [])
  return { ...(next as T), values }
}

function carry(before: Plain, mine: Plain, target: Plain, left: string[]) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(mine)])) {
    if (left.includes(name) || same(before[name], mine[name])) continue
    if (mine[name] === undefined) delete target[name]
    else target[name] = mine[name]
  }
}
