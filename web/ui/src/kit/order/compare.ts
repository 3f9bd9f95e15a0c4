/** The ordinal order of texts, the same in every language and browser. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
