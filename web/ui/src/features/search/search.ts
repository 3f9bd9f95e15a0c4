import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { query, request } from '../../api/client'
import type { BoardCode, Criterion, Match } from '../../api/types'

export interface BoardResults {
  board: BoardCode
  /** What the text asks of the board: with them a requirement can be begun. */
  criteria: Criterion[]
  count: number
  matches: Match[]
}

export interface SearchResults {
  text: string
  terms: string[]
  boards: BoardResults[]
}

export function useSearchResults(text: string) {
  return useQuery({
    queryKey: ['search', text], enabled: text.trim() !== '', placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<SearchResults>(`/api/search${query({ q: text, top: 10 })}`, { signal }),
  })
}

/** Boards with something found first, in the order of the boards; what a reader may not look at answers nothing and comes last. */
export const inOrder = (boards: BoardResults[]) => [...boards].sort((a, b) => Number(b.count > 0) - Number(a.count > 0))

export const asRequirement = ({ board, criteria }: BoardResults) => `/${board}?criteria=${encodeURIComponent(JSON.stringify(criteria))}`
