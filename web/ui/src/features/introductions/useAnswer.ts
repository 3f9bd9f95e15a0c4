import { api, ProblemError } from '../../api/client'
import type { Introduction, Person } from '../../api/introductions'
import { useSave } from '../../api/useSave'

export interface Answer {
  answer: 'yes' | 'no' | 'withdraw'
  contact?: Person
  reason?: string
}

/** `changed`: the introduction changed before the answer came, and the server refused it. */
type Outcome = Answer['answer'] | 'changed'

const verbs = { yes: 'consent', no: 'decline', withdraw: 'withdraw' } as const

/** Answers through the account. On another version nothing is sent again: the party reads the newer one first. */
export function useAnswer({ id, version }: Introduction, onKnown: (introduction: Introduction) => void) {
  const { run, busy, result, error } = useSave<Outcome>()
  const post = async ({ answer, ...body }: Answer): Promise<Outcome> => {
    try {
      onKnown(await api.post(`/api/introductions/{id}/${verbs[answer]}` as const, { path: { id }, body, version }))
      return answer
    } catch (failure) {
      const stale = failure instanceof ProblemError && [409, 412].includes(failure.status)
      const now = stale ? await api.get('/api/introductions/{id}', { path: { id } }).catch(() => undefined) : undefined
      if (!now) throw failure
      onKnown(now)
      return 'changed'
    }
  }
  return { send: (answer: Answer) => run(() => post(answer)), busy, result, error }
}
