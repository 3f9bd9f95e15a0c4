import { api, ProblemError } from '../../api/client'
import type { Introduction, IntroductionState, Move } from '../../api/introductions'
import type { paths } from '../../api/schema.gen'

export type State = IntroductionState

export const openStates = ['suggested', 'offered', 'agreed', 'introduced', 'underway'] as const
export const closedStates = ['expired', 'concluded', 'declined'] as const

const acts = ['offer', 'restart', 'introduce', 'meet', 'conclude'] as const

/** The acts of an officer; each has its form. */
export type Act = (typeof acts)[number]
export type OfficerMove = Move & { act: Act }

const isOfOfficer = (move: Move): move is OfficerMove => acts.some((act) => act === move.act)

/** What an officer may do with the card now, as the server said it. */
export const movesOf = (card: Introduction) => card.moves?.filter(isOfOfficer) ?? []
export const moveTo = (card: Introduction, to: State) => movesOf(card).find((move) => move.to === to)

type Verb = Act | 'assign' | 'aftercare' | 'vouch'
type Bodies = {
  [V in Verb]: paths[`/api/introductions/{id}/${V}`]['post']['requestBody']['content']['application/json']
}

export const act = <V extends Verb>(card: Introduction, verb: V, body: Bodies[V]): Promise<Introduction> =>
  api.post(`/api/introductions/{id}/${verb as Verb}` as const, {
    path: { id: card.id },
    body: body as never, // the compiler does not relate a union of verbs to the body of each
    version: card.version,
  })

export const readIntroduction = (id: string) => api.get('/api/introductions/{id}', { path: { id } })

/** What a refused move means to the officer; a value that breaks a rule is the form's to show. */
export function refusal(error: unknown): 'state' | 'late' | 'interest' | 'gone' | 'values' | 'other' {
  if (!(error instanceof ProblemError)) return 'other'
  const kinds: Partial<Record<number, ReturnType<typeof refusal>>> = {
    403: 'interest',
    404: 'gone',
    409: 'state',
    412: 'late',
    422: 'values',
  }
  return kinds[error.status] ?? 'other'
}

/** The server's own words, if it gave any: of the problem as a whole, or of the values that break a rule. */
export function saidBy(error: unknown) {
  if (!(error instanceof ProblemError)) return undefined
  const { detail, errors = {} } = error.problem
  return detail ?? (Object.values(errors).flat().join(' ') || undefined)
}
