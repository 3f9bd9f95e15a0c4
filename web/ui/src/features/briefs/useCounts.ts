import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { BoardCode } from '../../api/types'
import type { BriefState } from '../../brief/address'
import { useDebounced } from '../../kit/useDebounced'
import { listQuery } from '../../matches/useAdHoc'
import { askedBy, askedKey } from '../../requirement/asked'
import { isComplete } from '../../requirement/draft'

const fresh = 20_000

/**
 * How many matches each board has for the Brief; a board of which nothing is asked is not counted. The one that is
 * shown is counted by its list, which is asked once.
 */
export function useCounts(
  brief: BriefState,
  codes: readonly BoardCode[],
  shown: string,
): Partial<Record<BoardCode, number>> {
  const settled = useDebounced(brief)
  const asked = codes.filter((board) => settled.criteria[board]?.some(isComplete))
  const found = useQueries({
    queries: asked.map((board) => {
      const criteria = (settled.criteria[board] ?? []).filter(isComplete)
      const key = askedKey(board, criteria, settled.combine)
      const counted = { staleTime: fresh, retry: 0, placeholderData: keepPreviousData }
      if (board === shown) return { ...listQuery(board, key), ...counted, retry: 1 }
      return {
        ...counted,
        queryKey: ['match', board, 'count', key],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.post('/api/boards/{board}/match', { path: { board }, body: { ...askedBy(key), top: 1 }, signal }),
      }
    }),
  })
  return Object.fromEntries(asked.map((board, index) => [board, found[index]?.data?.count]))
}
