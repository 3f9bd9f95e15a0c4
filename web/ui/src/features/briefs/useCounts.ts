import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { BoardCode } from '../../api/types'
import type { BriefState } from '../../brief/address'
import { useDebounced } from '../../kit/useDebounced'
import { isComplete } from '../../requirement/draft'

/** How many matches each board has for the Brief; a board of which nothing is asked is not counted. */
export function useCounts(brief: BriefState, codes: readonly BoardCode[]): Partial<Record<BoardCode, number>> {
  const settled = useDebounced(brief)
  const asked = codes.filter((board) => settled.criteria[board]?.some(isComplete))
  const found = useQueries({
    queries: asked.map((board) => {
      const criteria = (settled.criteria[board] ?? []).filter(isComplete)
      return {
        queryKey: ['match', board, 'count', JSON.stringify(criteria)],
        staleTime: 20_000,
        retry: 0,
        placeholderData: keepPreviousData,
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.post('/api/boards/{board}/match', { path: { board }, body: { criteria, top: 1 }, signal }),
      }
    }),
  })
  return Object.fromEntries(asked.map((board, index) => [board, found[index]?.data?.count]))
}
