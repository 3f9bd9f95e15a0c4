import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Criterion, NearMissReport } from '../../api/types'
import type { MatchList } from '../../live/lists/matchList'
import { useListView } from '../../live/lists/useDemandList'
import { type NearMiss, nearMissesOf } from './nearMisses'

/** How the near misses of a list are asked for. The server reads the whole board for them, so that few should ask. */
export interface NearQuery {
  /** What the answer depends on. */
  key: readonly unknown[]
  criteria: Criterion[]
  ask: (signal: AbortSignal) => Promise<NearMissReport>
}

/** So many near misses of each must are asked for. */
export const mostNear = 10
const step = 10

export interface Near {
  report: NearMissReport
  /** What was asked, by which the report's numbers of criteria go. */
  criteria: Criterion[]
  /** Of the criteria before the last change: it stays on screen until the new one is there. */
  isOld: boolean
  rows: readonly NearMiss[]
  /** How many of them are held and not yet among the rows. */
  hidden: number
  showMore: () => void
}

/** The near misses of a list, once it is wanted to know them; undefined: not known yet, or not to be had. */
export function useNear({ key, criteria, ask }: NearQuery, list: MatchList, isWanted: boolean) {
  const view = useListView(list)
  const [shown, setShown] = useState(step)
  const {
    data,
    isError,
    isPlaceholderData: isOld,
  } = useQuery({
    queryKey: ['near-misses', ...key],
    enabled: isWanted,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => ({ report: await ask(signal), criteria }),
  })
  const near = useMemo((): Near | undefined => {
    if (!data) return undefined
    // What has become a match since is in the list already.
    const all = nearMissesOf(data.report).filter(({ match }) => !view.order.includes(match.id))
    const rows = all.slice(0, shown)
    return { ...data, isOld, rows, hidden: all.length - rows.length, showMore: () => setShown(shown + step) }
  }, [data, isOld, shown, view])
  return { near, isSettled: isError || data !== undefined }
}
