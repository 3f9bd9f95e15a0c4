import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../../api/client'
import type { AnswerChange, KeptAssessment } from '../../../api/programmes'
import { useSave } from '../../../api/useSave'
import { factsOf, type Said } from '../../../funding/programmes'
import { connection } from '../../../live/connection'
import { Subscription } from '../../../live/subscription'
import { type AssessmentEvent, assessmentTopic } from '../../../live/topics'

/** What is kept of an enterprise as an applicant, live: `onChanged` is told what a rule or a day changed. */
export function useApplicant(enterprise: string, onChanged: (changes: AnswerChange[]) => void) {
  const cache = useQueryClient()
  const key = ['enterprises', enterprise, 'assessment']
  const kept = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}/assessment', { path: { id: enterprise }, signal }),
  })
  const { run, busy, saved, error } = useSave()
  const latestOnChanged = useRef(onChanged)
  useEffect(() => {
    latestOnChanged.current = onChanged
  })
  useEffect(() => {
    const readAgain = () => {
      void cache.invalidateQueries({ queryKey: ['enterprises', enterprise] })
      void cache.invalidateQueries({ queryKey: ['assessment'] })
    }
    const subscription = new Subscription<AssessmentEvent, object>(assessmentTopic(enterprise), {
      // Something may have changed while nobody listened: publishing reads it.
      replace: () => {},
      apply: (events) => events.forEach(({ changes }) => latestOnChanged.current(changes)),
      publish: readAgain,
    })
    return connection.follow(subscription)
  }, [cache, enterprise])
  const put = async (said: Said, tell: boolean) => {
    const before = kept.data?.applicant
    const applicant = await api.put('/api/enterprises/{id}/applicant', {
      path: { id: enterprise },
      body: { facts: factsOf(said), tell },
      ...(before && { version: before.version }),
    })
    cache.setQueryData<KeptAssessment>(key, (held) => held && { ...held, applicant })
    await cache.invalidateQueries({ queryKey: ['enterprises', enterprise] })
  }
  // Another version stands: it is read, and the form keeps its own facts for the next save.
  const readTheirs = () => cache.invalidateQueries({ queryKey: key })
  const save = (said: Said, tell: boolean) => run(() => put(said, tell), readTheirs)
  return { kept, save, busy, saved, error }
}
