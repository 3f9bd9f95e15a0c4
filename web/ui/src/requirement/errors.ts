/** Messages of the server by the path of what they are about, such as `criteria[2].limit`. */
export type FieldErrors = Record<string, string[]>

/** The messages of one criterion by operand: `criteria[2].limit` belongs to the third one's `limit`. */
export function errorsOf(errors: FieldErrors, index: number): FieldErrors {
  const start = `criteria[${index}]`
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path === start || path.startsWith(`${start}.`))
      .map(([path, messages]) => [path.slice(start.length + 1), messages]),
  )
}
