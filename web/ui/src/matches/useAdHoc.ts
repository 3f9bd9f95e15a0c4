import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, ProblemError } from '../api/client'
import type { BoardCode, Criterion } from '../api/types'
import { MatchList } from '../live/lists/matchList'
import { type LiveList, usePause } from '../live/lists/useDemandList'
import { useDebounced } from '../kit/useDebounced'
import { mostNear, type NearQuery } from './near/useNear'
import { askedBy, askedKey } from '../requirement/asked'
import type { FieldErrors } from '../requirement/errors'

const refreshEvery = 20_000
const top = 300

const match = (
  board: BoardCode,
  criteria: Criterion[],
  options: { top: number; combine?: number; nearMisses?: boolean },
  signal?: AbortSignal,
) => api.post('/api/boards/{board}/match', { path: { board }, body: { criteria, ...options }, signal })

/** The list of what `key` asks. */
export const listQuery = (board: BoardCode, key: string) =>
  queryOptions({
    queryKey: ['match', board, key],
    queryFn: ({ signal }) => {
      const { criteria, ...together } = askedBy(key)
      return match(board, criteria, { top, ...together }, signal)
    },
  })

/**
 * Matches of a requirement that is not saved: asked again as it changes. Nobody tells the page of changes then, so it
 * asks now and then; rows stay where they are, as for a standing demand.
 */
export function useAdHoc(
  board: BoardCode,
  criteria: Criterion[],
  combine: number | undefined,
): LiveList & { near: NearQuery; errors: FieldErrors; failure: unknown } {
  const key = useDebounced(askedKey(board, criteria, combine))
  const list = useMemo(() => new MatchList(), [])
  const [paused, setPaused] = usePause()
  const shownKey = useRef<string>(undefined)
  const [state, setState] = useState<{ ready: boolean; changes: ReadonlyMap<string, number>; changed: string[] }>({
    ready: false,
    changes: new Map(),
    changed: [],
  })
  const found = useQuery({
    ...listQuery(board, key),
    refetchInterval: paused ? false : refreshEvery,
    staleTime: 0,
    retry: 1,
  })
  useEffect(() => {
    if (!found.data) return
    list.replace(found.data.matches, found.data.count, found.data.count > found.data.matches.length)
    const isNew = shownKey.current !== key
    shownKey.current = key
    if (isNew) list.rank()
    const changed = list.flush()
    setState({ ready: true, changes: list.readChanges(), changed: isNew ? [] : changed })
  }, [found.data, key, list])
  const near = useMemo((): NearQuery => {
    const { criteria: asked, ...together } = askedBy(key)
    return {
      key: [board, key],
      criteria: asked,
      ask: (signal) => match(board, asked, { top: mostNear, nearMisses: true, ...together }, signal),
    }
  }, [board, key])
  const problem = found.error instanceof ProblemError ? found.error.problem : undefined
  return {
    list,
    paused,
    setPaused,
    refused: false,
    ...state,
    near,
    errors: problem?.errors ?? {},
    failure: problem?.errors ? undefined : found.error,
  }
}
