/** What stands in a source of news now, such as the matches of a demand: a key for each piece. */
export type Sources = Readonly<Record<string, readonly string[]>>

/**
 * What was seen once more sources are known. A source that is new here is seen as it stands: nobody waits for the news
 * of a list that was never looked at. What left a source is news when it comes back. The same object: nothing changed.
 */
export function settled(seen: Sources, now: Sources): Sources {
  const changed = Object.entries(now).flatMap(([source, keys]) => {
    const known = seen[source]
    if (!known) return [[source, keys] as const]
    const there = new Set(keys)
    const left = known.filter((key) => there.has(key))
    return left.length < known.length ? [[source, left] as const] : []
  })
  return changed.length > 0 ? { ...seen, ...Object.fromEntries(changed) } : seen
}

/** What a source holds that was not seen; nothing in a source that is not settled yet. */
export function freshIn(seen: Sources, now: Sources, source: string): readonly string[] {
  const known = seen[source] && new Set(seen[source])
  return known ? (now[source]?.filter((key) => !known.has(key)) ?? []) : []
}

/** What was seen after a look at everything. The same object: nothing was fresh. */
export const looked = (seen: Sources, now: Sources): Sources =>
  Object.keys(now).some((source) => freshIn(seen, now, source).length > 0) ? { ...seen, ...now } : seen
