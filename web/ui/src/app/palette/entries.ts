/** Something that the palette leads to, or does. */
export interface Entry {
  id: string
  text: string
  /** What kind of thing it is, or where it belongs. */
  about?: string
  /** Where it leads; left out: `act` is done. */
  href?: string
  act?: () => void
}

export interface Group {
  key: string
  entries: Entry[]
}

/** Wide and narrow letters, cases and accents count as the same. */
export const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim()

/**
 * The entries that hold every word, those whose text begins with the first of them at the front. Words of Chinese are
 * not set apart by spaces, so that the whole text is one of them.
 */
export function matching(entries: Entry[], query: string): Entry[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  const rank = ({ text }: Entry) => (folded(text).startsWith(words[0]!) ? 0 : 1)
  return entries
    .filter(({ text, about = '' }) => words.every((word) => folded(`${text} ${about}`).includes(word)))
    .sort((a, b) => rank(a) - rank(b))
}

/** The place after a step through a list that goes round. */
export const stepped = (at: number, by: number, count: number) => (count === 0 ? 0 : (at + by + count) % count)
