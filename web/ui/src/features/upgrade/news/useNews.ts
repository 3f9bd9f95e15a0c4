import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { applicantId } from '../../../funding/applicants'
import { connection } from '../../../live/connection'
import { Subscription } from '../../../live/subscription'
import { type AssessmentEvent, assessmentTopic } from '../../../live/topics'
import { upgradeKey, upgradeNewsKey, useUpgradeNews } from '../../../upgrade/queries'

/** What a firm was told of its path, the latest first, live: with news the path and its programmes are read again. */
export function useNews(firm: string) {
  const cache = useQueryClient()
  const { data } = useUpgradeNews(firm)
  useEffect(() => {
    const topic = assessmentTopic(applicantId({ collection: 'firms', id: firm }))
    const subscription = new Subscription<AssessmentEvent, object>(topic, {
      replace: () => {},
      apply: () => {
        void cache.invalidateQueries({ queryKey: upgradeKey(firm) })
        void cache.invalidateQueries({ queryKey: ['upgrade-steps'] })
        void cache.invalidateQueries({ queryKey: ['programmes'] })
      },
      // Something may have come while nobody listened.
      publish: () => void cache.invalidateQueries({ queryKey: upgradeNewsKey(firm) }),
    })
    return connection.follow(subscription)
  }, [cache, firm])
  return data?.items ?? []
}
