import { useState } from 'react'
import { api, ProblemError } from '../../api/client'
import type { Introduction, Person } from '../../api/introductions'

export interface Answer {
  answer: 'yes' | 'no' | 'withdraw'
  contact?: Person
  reason?: string
}

export interface AnswerState {
  busy?: boolean
  done?: Answer['answer']
  /** It changed before the answer came, which was therefore not taken. */
  changed?: boolean
  error?: unknown
}

const verbs = { yes: 'consent', no: 'decline', withdraw: 'withdraw' } as const

/**
 * Answers through the account. Where another version stands meanwhile, nothing is sent again: the party reads that one
 * first.
 */
export function useAnswer({ id, version }: Introduction, onKnown: (it: Introduction) => void) {
  const [state, setState] = useState<AnswerState>({})
  const send = async ({ answer, ...body }: Answer) => {
    setState({ busy: true })
    try {
      onKnown(await api.post(`/api/introductions/{id}/${verbs[answer]}` as const, { path: { id }, body, version }))
      setState({ done: answer })
    } catch (error) {
      const stale = error instanceof ProblemError && (error.status === 409 || error.status === 412)
      const now = stale ? await api.get('/api/introductions/{id}', { path: { id } }).catch(() => undefined) : undefined
      if (now) onKnown(now)
      setState(now ? { changed: true } : { error })
    }
  }
  return { state, send }
}
