import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { BoardCode, Criterion, Match } from '../../api/types'

export interface BoardResults {
  board: BoardCode
  /** What the text asks of the board: with them a requirement can be begun. */
  criteria: Criterion[]
  count: number
  matches: Match[]
}

/** A stretch of the text, and on each board the attributes that it speaks of. */
export interface UnderstoodTerm {
  text: string
  boards: Partial<Record<BoardCode, string[]>>
}

export interface SearchResults {
  text: string
  /** A server may answer the stretches alone. */
  terms: (UnderstoodTerm | string)[]
  boards: BoardResults[]
}

export function useSearchResults(text: string) {
  return useQuery({
    queryKey: ['search', text],
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/search', { query: { q: text, top: 10 }, signal }),
  })
}

/**
 * Boards with something found first, in the order of the boards; what a reader may not look at answers nothing and
 * comes last.
 */
export const inOrder = (boards: BoardResults[]) => [...boards].sort((a, b) => Number(b.count > 0) - Number(a.count > 0))

/**
 * What was understood, in order; a stretch that came alone is told with what the boards' requirements make of the
 * whole.
 */
export const understood = (terms: SearchResults['terms']): UnderstoodTerm[] =>
  terms.map((term) => (typeof term === 'string' ? { text: term, boards: {} } : term))

export const asRequirement = ({ board, criteria }: Pick<BoardResults, 'board' | 'criteria'>) =>
  `/${board}?criteria=${encodeURIComponent(JSON.stringify(criteria))}`

export const withMatch = (results: Pick<BoardResults, 'board' | 'criteria'>, id: string) =>
  `${asRequirement(results)}&match=${encodeURIComponent(id)}`
