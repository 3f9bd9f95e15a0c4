import type { ListItem, Term } from '../../api/types'
import { plain, textsOf } from '../text/plain'

/** A code of a list, or a term of a taxonomy, which people also call by other words. */
export type Code = ListItem & Partial<Pick<Term, 'synonyms' | 'movedTo'>>

const most = 40

/**
 * Everything that a code is found by: its words in all three languages, what else people call it, and the code itself.
 */
const wordsOf = ({ code, label, synonyms = [] }: Code) =>
  [...textsOf(label), code.split('/').at(-1)!, ...synonyms].map(plain)

/**
 * Codes that the typed text finds: those that begin with it first, then those that hold it; with nothing typed the
 * broadest ones.
 */
export function findCodes(items: Code[], typed: string): Code[] {
  const listed = items.filter((item) => !item.movedTo)
  const text = plain(typed)
  if (!text) return listed.filter(({ code }) => code.split('/').length <= 2).slice(0, most)
  const ranked = listed.flatMap((item) => {
    const words = wordsOf(item)
    const rank = words.includes(text)
      ? 0
      : words.some((word) => word.startsWith(text))
        ? 1
        : words.some((word) => word.includes(text))
          ? 2
          : 3
    return rank < 3 ? [{ item, rank }] : []
  })
  return ranked
    .sort((a, b) => a.rank - b.rank || a.item.code.length - b.item.code.length)
    .slice(0, most)
    .map(({ item }) => item)
}

/** The broader codes of a path, broadest first: what a code belongs to. */
export function broaderOf(items: Code[], code: string): Code[] {
  const parts = code.split('/')
  return parts
    .slice(0, -1)
    .flatMap((_, index) => items.find((item) => item.code === parts.slice(0, index + 1).join('/')) ?? [])
}
