import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { api } from '../api/client'
import { connection } from './connection'
import { DemandFeed } from './demandFeed'
import { MatchList } from './matchList'

const pauseKey = 'matchmaker.paused'
const pollEvery = 15_000

export const useConnection = () => useSyncExternalStore(connection.subscribe, connection.read)
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
  const feed = useMemo(
    () =>
      new DemandFeed(
        demandId,
        list,
        connection,
        (ids) => setState({ list, changes: list.readChanges(), changed: ids }),
        () => setState({ list, refused: true, changes: new Map(), changed: [] }),
      ),
    [demandId, list],
  )
  useEffect(() => {
    const unwatch = connection.watch(feed)
    return () => {
      feed.stop()
      unwatch()
    }
  }, [feed])
  useEffect(() => feed.setPaused(paused), [feed, paused])
  usePolling(feed)
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

function usePolling(feed: DemandFeed) {
  const polling = useConnection() === 'polling'
  useEffect(() => {
    if (!polling) return
    const poll = async () => {
      try {
        const answer = await api.get('/api/demands/{id}/matches', { path: { id: feed.demandId }, query: { top: 500 } })
        connection.asOf = Date.now()
        feed.polled(answer.matches, answer.sequence, answer.count)
      } catch {
        // The badge already says that there is no connection; the next round tries again.
      }
    }
    void poll()
    const timer = setInterval(poll, pollEvery)
    return () => clearInterval(timer)
  }, [polling, feed])
}
