import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../../api/client'
import type { AnswerChange, KeptAssessment } from '../../../api/programmes'
import { useSave } from '../../../api/useSave'
import { applicantId, type Party } from '../../../funding/applicants'
import { factsOf, type Said } from '../../../funding/programmes'
import { connection } from '../../../live/connection'
import { Subscription } from '../../../live/subscription'
import { type AssessmentEvent, assessmentTopic } from '../../../live/topics'

/** What is kept of a party as an applicant, live: `onChanged` is told what a rule or a day changed. */
export function useApplicant(party: Party, onChanged: (changes: AnswerChange[]) => void) {
  const cache = useQueryClient()
  const { collection, id } = party
  const topic = applicantId(party)
  const route: `/api/${Party['collection']}/{id}` = `/api/${collection}/{id}`
  const key = [collection, id, 'assessment']
  const kept = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get(`${route}/assessment`, { path: { id }, signal }),
  })
  const { run, busy, saved, error } = useSave()
  const latestOnChanged = useRef(onChanged)
  useEffect(() => {
    latestOnChanged.current = onChanged
  })
  useEffect(() => {
    const readAgain = () => {
      void cache.invalidateQueries({ queryKey: [collection, id] })
      void cache.invalidateQueries({ queryKey: ['assessment'] })
    }
    const subscription = new Subscription<AssessmentEvent, object>(assessmentTopic(topic), {
      // Something may have changed while nobody listened: publishing reads it.
      replace: () => {},
      apply: (events) => events.forEach(({ changes }) => changes && latestOnChanged.current(changes)),
      publish: readAgain,
    })
    return connection.follow(subscription)
  }, [cache, collection, id, topic])
  const put = async (said: Said, tell: boolean) => {
    const before = kept.data?.applicant
    const applicant = await api.put(`${route}/applicant`, {
      path: { id },
      body: { facts: factsOf(said), tell },
      ...(before && { version: before.version }),
    })
    cache.setQueryData<KeptAssessment>(key, (held) => held && { ...held, applicant })
    await cache.invalidateQueries({ queryKey: [collection, id] })
  }
  // Another version stands: it is read, and the form keeps its own facts for the next save.
  const readTheirs = () => cache.invalidateQueries({ queryKey: key })
  const save = (said: Said, tell: boolean) => run(() => put(said, tell), readTheirs)
  return { kept, save, busy, saved, error }
}
