/** What lists held at a moment: the ids of each, by the list's name. */
export interface Seen {
  at: number
  lists: Record<string, string[]>
}

export interface Visits {
  /** When the visit before this one ended; left out: none is known. */
  before?: Seen
  now: Seen
}

/** Who was away for longer comes for another visit. */
export const awayFor = 30 * 60_000

/** The visits once these lists are seen. Lists that are not told keep what was seen of them during the same visit. */
export function visited(held: Visits | undefined, lists: Seen['lists'], now: number): Visits {
  if (!held) return { now: { at: now, lists } }
  const isAnother = now - held.now.at > awayFor
  const before = isAnother ? held.now : held.before
  return { ...(before && { before }), now: { at: now, lists: isAnother ? lists : { ...held.now.lists, ...lists } } }
}

export interface Changes {
  /** Ids that were not on the list when the last visit ended. */
  fresh: ReadonlySet<string>
  /** How many left it since. */
  gone: number
}

/** What became of a list since the last visit; undefined: it was not seen then. */
export function changesOf(before: Seen | undefined, list: string, ids: readonly string[]): Changes | undefined {
  const seen = before?.lists[list]
  if (!seen) return undefined
  const known = new Set(seen)
  const still = new Set(ids)
  return {
    fresh: new Set(ids.filter((id) => !known.has(id))),
    gone: seen.filter((id) => !still.has(id)).length,
  }
}

/** How many came to several lists and left them since the last visit; undefined: none of them was seen then. */
export function changesIn(before: Seen | undefined, lists: Seen['lists'], names: string[]) {
  const all = names.flatMap((name) => (lists[name] && changesOf(before, name, lists[name])) || [])
  if (all.length === 0) return undefined
  return {
    fresh: all.reduce((sum, { fresh }) => sum + fresh.size, 0),
    gone: all.reduce((sum, { gone }) => sum + gone, 0),
  }
}
