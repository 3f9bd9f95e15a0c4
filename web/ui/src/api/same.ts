/** Whether two records, or parts of them, state the same, in whatever order their fields stand. */
export const same = (a: unknown, b: unknown) => ordered(a) === ordered(b)

const ordered = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part instanceof Object && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
