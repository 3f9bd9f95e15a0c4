import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { emptyReading } from './sentence'

/** What a text asks of each board. Words of lists change seldom, so that one reading holds while the page is open. */
export const readingQuery = (text: string) =>
  queryOptions({
    queryKey: ['briefs', 'read', text],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      text.trim() ? api.post('/api/briefs/read', { body: { text }, signal }) : Promise.resolve(emptyReading),
  })

/** undefined data: the text is being read. */
export const useReading = (text: string) => useQuery({ ...readingQuery(text), placeholderData: keepPreviousData })
