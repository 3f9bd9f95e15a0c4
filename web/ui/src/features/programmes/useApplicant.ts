import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, ProblemError } from '../../api/client'
import type { AnswerChange, KeptAssessment } from '../../api/programmes'
import { factsOf, type Said } from '../../funding/programmes'
import { connection } from '../../live/connection'

/** What is kept of an enterprise as an applicant, live: `onChanged` is told what a rule or a day changed. */
export function useApplicant(enterprise: string, onChanged: (changes: AnswerChange[]) => void) {
  const cache = useQueryClient()
  const key = ['enterprises', enterprise, 'assessment']
  const kept = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}/assessment', { path: { id: enterprise }, signal }),
  })
  const [state, setState] = useState<{ saved?: boolean; error?: unknown }>({})
  const told = useRef(onChanged)
  useEffect(() => {
    told.current = onChanged
  })
  useEffect(
    () =>
      connection.watchAssessment({
        enterprise,
        changed: (changes) => {
          void cache.invalidateQueries({ queryKey: ['enterprises', enterprise] })
          void cache.invalidateQueries({ queryKey: ['assessment'] })
          if (changes) told.current(changes)
        },
      }),
    [cache, enterprise],
  )
  const save = async (said: Said, tell: boolean) => {
    const before = kept.data?.applicant
    try {
      const applicant = await api.put('/api/enterprises/{id}/applicant', {
        path: { id: enterprise },
        body: { facts: factsOf(said), tell },
        ...(before && { version: before.version }),
      })
      cache.setQueryData<KeptAssessment>(key, (held) => held && { ...held, applicant })
      setState({ saved: true })
      await cache.invalidateQueries({ queryKey: ['enterprises', enterprise] })
    } catch (error) {
      setState({ error })
      // Somebody was faster: theirs is read, and what was said here stands until it is kept over it.
      if (error instanceof ProblemError && error.status === 412) await cache.invalidateQueries({ queryKey: key })
    }
  }
  return { kept, save, state }
}
