import type { Term } from '../../api/types'

export interface Branch {
  term: Term
  below: Branch[]
}

const parentOf = (code: string) => code.split('/').slice(0, -1).join('/')

/** The list as a tree, in its own order; a term whose broader one is missing stands at the root. */
export function treeOf(terms: Term[]): Branch[] {
  const branches = new Map(terms.map((term) => [term.code, { term, below: [] as Branch[] }]))
  const roots: Branch[] = []
  for (const branch of branches.values()) (branches.get(parentOf(branch.term.code))?.below ?? roots).push(branch)
  return roots
}

/** The branches that hold a found code, with what leads to them. */
export function pruned(branches: Branch[], found: ReadonlySet<string>): Branch[] {
  return branches.flatMap((branch) => {
    const below = pruned(branch.below, found)
    return below.length > 0 || found.has(branch.term.code) ? [{ ...branch, below }] : []
  })
}

/** The list with one more term, after its broader one and what that holds already. */
export function withTerm(terms: Term[], added: Term): Term[] {
  const parent = parentOf(added.code)
  const last = terms.findLastIndex(({ code }) => code === parent || (parent !== '' && code.startsWith(`${parent}/`)))
  return last < 0 ? [...terms, added] : terms.toSpliced(last + 1, 0, added)
}

/** The list with one term's words replaced. */
export const withWords = (terms: Term[], next: Term) => terms.map((term) => (term.code === next.code ? next : term))

/**
 * A code stands for another from now on; what stood for it, or for a narrower one, follows in one step, since redirects
 * make no chains.
 */
export const withMove = (terms: Term[], code: string, into: string) =>
  terms.map((term) => {
    if (term.code === code) return { ...term, movedTo: into }
    const follows = term.movedTo !== undefined && (term.movedTo === code || term.movedTo.startsWith(`${code}/`))
    return follows ? { ...term, movedTo: into + term.movedTo!.slice(code.length) } : term
  })

/** Codes that others may move to: neither moved themselves nor below one that is, nor below the one that moves. */
export function targetsOf(terms: Term[], code: string) {
  const gone = [code, ...terms.filter(({ movedTo }) => movedTo).map((term) => term.code)]
  return terms.filter((term) => !gone.some((prefix) => term.code === prefix || term.code.startsWith(`${prefix}/`)))
}

/** What moves along with a code: its narrower ones. */
export const narrowerOf = (terms: Term[], code: string) =>
  terms.filter((term) => term.code.startsWith(`${code}/`) && !term.movedTo)

/** Why a new code cannot be: its last step is made of small letters, digits and single hyphens. */
export function codeError(terms: Term[], parent: string, step: string): 'invalid' | 'taken' | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(step)) return 'invalid'
  return terms.some(({ code }) => code === codeBelow(parent, step)) ? 'taken' : undefined
}

export const codeBelow = (parent: string, step: string) => (parent ? `${parent}/${step}` : step)
