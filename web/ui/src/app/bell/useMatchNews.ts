import { useEffect, useState } from 'react'
import type { MatchEvent } from '../../api/types'
import { parsed } from '../../kit/held/json'
import { connection } from '../../live/connection'
import { Subscription } from '../../live/subscription'
import { type DemandAnswer, demandTopic } from '../../live/topics'
import type { Sources } from './seen'

/** A demand's list as it was last heard of: a later page asks for what came since. */
interface Heard {
  sequence: number
  ids: string[]
}

const most = 50
const startsAfter = 2_000 // ms: what is on the screen comes first
const keyOf = (account: string) => `matchmaker.bellLists.${account}`
const read = (account: string) =>
  (parsed(localStorage.getItem(keyOf(account))) as Record<string, Heard> | undefined) ?? {}

export const sourceOf = (demand: string) => `demand ${demand}`

/** The ids on the lists of the party's demands, live: those above the score from which each wants to be told. */
export function useMatchNews(account: string, demands: readonly string[]): Sources {
  const [lists, setLists] = useState<Sources>({})
  const ids = demands.slice(0, most).join('\n')
  useEffect(() => {
    const ends: (() => void)[] = []
    const timer = setTimeout(() => {
      const heard = read(account)
      for (const id of ids ? ids.split('\n') : []) ends.push(connection.follow(follower(id, heard[id])))
    }, startsAfter)
    return () => {
      clearTimeout(timer)
      ends.forEach((end) => end())
    }

    function follower(id: string, before: Heard | undefined) {
      let held = new Set(before?.ids)
      const subscription: Subscription<MatchEvent, DemandAnswer> = new Subscription<MatchEvent, DemandAnswer>(
        demandTopic(id),
        {
          replace: ({ matches = [] }) => void (held = new Set(matches.map((match) => match.id))),
          apply: (events) => events.forEach(({ id, kind }) => (kind === 'gone' ? held.delete(id) : held.add(id))),
          publish: () => {
            const list = [...held]
            setLists((others) => ({ ...others, [sourceOf(id)]: list }))
            const known = { ...read(account), [id]: { sequence: subscription.last ?? 0, ids: list } }
            localStorage.setItem(keyOf(account), JSON.stringify(known))
          },
        },
        () =>
          setLists((before) =>
            Object.fromEntries(Object.entries(before).filter(([source]) => source !== sourceOf(id))),
          ),
      )
      subscription.last = before?.sequence ?? null
      return subscription
    }
  }, [account, ids])
  return lists
}
