/** What a text says as JSON; undefined: there is none, or it is none, as in an address or a browser's memory. */
export function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
