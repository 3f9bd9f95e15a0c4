import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { api } from '../../api/client'
import type { MatchEvent } from '../../api/types'
import { Subscription } from '../subscription'
import { type DemandAnswer, demandTopic } from '../topics'
import { usePolling, useSubscription } from '../useConnection'
import { MatchList } from './matchList'

const pauseKey = 'matchmaker.paused'

export const useListView = (list: MatchList) => useSyncExternalStore(list.subscribe, list.readList)
export const useRow = (list: MatchList, id: string) => useSyncExternalStore(list.subscribe, () => list.readRow(id))

export interface LiveList {
  list: MatchList
  ready: boolean
  refused: boolean
  /** Changes of each id so far. */
  changes: ReadonlyMap<string, number>
  /** Ids that changed on screen since the page opened, in the order of their last change. */
  changed: readonly string[]
  paused: boolean
  setPaused: (paused: boolean) => void
}

/**
 * How often anything changed so far: whoever shows something that follows from the whole list asks anew when it grows.
 */
export const changesOf = (changes: ReadonlyMap<string, number>) =>
  [...changes.values()].reduce((sum, count) => sum + count, 0)

export function usePause() {
  const [paused, setPaused] = useState(() => localStorage.getItem(pauseKey) === 'yes')
  const change = useCallback((next: boolean) => {
    localStorage.setItem(pauseKey, next ? 'yes' : 'no')
    setPaused(next)
  }, [])
  return [paused, change] as const
}

/** A list that follows a demand's matches; `shown` is told of the ids that changed on screen. */
export const demandSubscription = (
  id: string,
  list: MatchList,
  shown: (ids: string[]) => void,
  refused: () => void = () => {},
) =>
  new Subscription<MatchEvent, DemandAnswer>(
    demandTopic(id),
    {
      replace: ({ matches = [], count = matches.length, more }) => list.replace(matches, count, more),
      apply: (events) => list.apply(events),
      publish: () => shown(list.show()),
    },
    refused,
  )

/** The matches of a standing demand, kept in step through the hub, or by polling while there is no connection. */
export function useDemandList(demandId: string, version: number): LiveList {
  const list = useMemo(() => new MatchList(), [demandId, version]) // eslint-disable-line react-hooks/exhaustive-deps
  const [paused, setPaused] = usePause()
  const [state, setState] = useState<{
    list?: MatchList
    refused?: boolean
    changes: ReadonlyMap<string, number>
    changed: string[]
  }>({ changes: new Map(), changed: [] })
  const subscription = useMemo(
    () =>
      demandSubscription(
        demandId,
        list,
        (changed) => setState({ list, changes: list.readChanges(), changed }),
        () => setState({ list, refused: true, changes: new Map(), changed: [] }),
      ),
    [demandId, list],
  )
  useSubscription(subscription)
  useEffect(() => subscription.setPaused(paused), [subscription, paused])
  usePolling(
    useCallback(async () => {
      const path = { id: demandId }
      const { matches, count, sequence } = await api.get('/api/demands/{id}/matches', { path, query: { top: 500 } })
      subscription.polled({ sequence, matches, count, more: count > matches.length })
    }, [demandId, subscription]),
  )
  // The list of the last version stays on screen until that of the new one is there.
  return {
    list: state.list ?? list,
    paused,
    setPaused,
    ready: Boolean(state.list) && !state.refused,
    refused: Boolean(state.refused),
    changes: state.changes,
    changed: state.changed,
  }
}
