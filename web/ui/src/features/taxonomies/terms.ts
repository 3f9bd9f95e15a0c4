import type { Term } from '../../api/types'

/** The list with one term changed, or put behind the last one of its branch: broader ones stand before their narrower ones. */
export function withTerm(terms: Term[], next: Term): Term[] {
  const at = terms.findIndex(({ code }) => code === next.code)
  if (at >= 0) return terms.with(at, next)
  const parent = next.code.split('/').slice(0, -1).join('/')
  const last = terms.findLastIndex(({ code }) => code === parent || (parent !== '' && code.startsWith(`${parent}/`)))
  return last < 0 ? [...terms, next] : terms.toSpliced(last + 1, 0, next)
}
