import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { api } from '../api/client'
import type { DeskAnswer, DeskEvent, IntroductionState } from '../api/introductions'
import { isOffice, useMe } from '../api/session'
import { partyOf } from '../kinds/kinds'
import type { Me } from '../api/types'
import { connection } from '../live/connection'
import { Subscription } from '../live/subscription'
import { deskTopic } from '../live/topics'
import { usePolling } from '../live/useConnection'
import { IntroductionList } from './introductionList'

const empty = new IntroductionList()

interface Held {
  reader: string
  list: IntroductionList
  subscription: Subscription<DeskEvent, DeskAnswer>
  followers: number
  unfollow?: () => void
}

/** One list for the whole page, since the menu, the matches and the introductions tell of the same ones. */
let held: Held | undefined

function listOf(reader: string) {
  if (held?.reader !== reader) {
    held?.unfollow?.()
    const list = new IntroductionList()
    held = { reader, list, subscription: new Subscription(deskTopic, list), followers: 0 }
  }
  return held.list
}

function follow(list: IntroductionList) {
  const mine = held
  if (!mine || mine.list !== list) return
  if (mine.followers++ === 0) mine.unfollow = connection.follow(mine.subscription)
  return () => {
    if (--mine.followers > 0) return
    mine.unfollow?.()
    delete mine.unfollow
  }
}

/**
 * The introductions of whoever is signed in, kept in step through the hub, or by polling while there is no connection.
 */
export function useIntroductions(): IntroductionList {
  const { me } = useMe()
  return useList(me && (isOffice(me) || partyOf(me)) ? readerOf(me) : undefined)
}

const readerOf = (me: Me) => `${me.email} ${partyOf(me) ?? ''}`

function useList(reader: string | undefined) {
  const list = useMemo(() => (reader ? listOf(reader) : empty), [reader])
  useEffect(() => (list === empty ? undefined : follow(list)), [list])
  return list
}

export const useIntroductionView = (list: IntroductionList) => useSyncExternalStore(list.subscribe, list.read)
export const useEntry = (list: IntroductionList, id: string) =>
  useSyncExternalStore(list.subscribe, () => list.entry(id))

export const readIntroductions = (state?: IntroductionState) =>
  api.get('/api/introductions', { query: { limit: 500, state } })

/** For the page of introductions alone: elsewhere what was known last will do. */
export const useIntroductionPolling = (list: IntroductionList) =>
  usePolling(
    useCallback(async () => {
      list.replace({ introductions: (await readIntroductions()).items })
      list.publish()
    }, [list]),
  )
