import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, type Schemas } from '../../api/client'
import { requirementPath } from '../../brief/address'

export type SearchResults = Schemas['SearchResults']
export type BoardResults = Schemas['BoardResults']
export type SearchTerm = Schemas['SearchTermResult']
export type Topic = Schemas['Topic']
type TextRange = Schemas['TextRange']

export function useSearchResults(text: string) {
  return useQuery({
    queryKey: ['search', text],
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/search', { query: { q: text, top: 10 }, signal }),
  })
}

/**
 * Boards with what the text names first, then those with something that has all of it, then those with most of it; what
 * a reader may not look at answers nothing and comes last.
 */
export const inOrder = (boards: BoardResults[]) => [...boards].sort((a, b) => rank(a) - rank(b))

const rank = ({ count, named, leftOut }: BoardResults) =>
  count === 0 ? 3 : named.length > 0 ? 0 : leftOut.length === 0 ? 1 : 2

/** The words of a term as they were typed. */
export const wordsOf = (text: string, from: TextRange[]) =>
  from.map(({ start, end }) => text.slice(start, end)).join(' … ')

/** The text without a term: what the search becomes when its chip is taken away. */
export function without(text: string, from: TextRange[]) {
  const kept = [...from]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
  return kept
    .replace(/\s+/g, ' ')
    .replace(/\s([,;，、；])/g, '$1')
    .replace(/^[\s,;，、；]+|[\s,;，、；-]+$/g, '')
}

/** The terms that a match lacks, in the order of the text. */
export const lackedBy = ({ leftOut }: Pick<BoardResults, 'leftOut'>, id: string) =>
  leftOut.filter(({ matches }) => matches.includes(id)).map(({ term }) => term)

/** The match on its board; what was found by its name alone opens without a requirement. */
export const withMatch = ({ board, criteria, named }: Pick<BoardResults, 'board' | 'criteria' | 'named'>, id: string) =>
  requirementPath(board, named.includes(id) ? [] : criteria, id)

/** Whether every word of the text speaks of topics: then these are what the reader looks for. */
export const isOfTopics = ({ terms, topics }: Pick<SearchResults, 'terms' | 'topics'>) =>
  topics.length > 0 && terms.every(({ topic }) => topic)

/** The board's answer without what it says of terms that are no question to any board. */
export const withoutTopics = (result: BoardResults, terms: SearchTerm[]): BoardResults => ({
  ...result,
  leftOut: result.leftOut.filter(({ term }) => !terms[term]?.topic || terms[term].meanings.length > 0),
})
