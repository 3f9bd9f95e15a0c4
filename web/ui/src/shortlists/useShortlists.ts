import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { readAll } from '../api/pages'

/** The shortlists that the reader may see, without what they show. */
export function useShortlists() {
  return useQuery({
    queryKey: ['shortlists', 'list'],
    queryFn: ({ signal }) => readAll('/api/shortlists', signal),
  })
}

/** Those of one demand. */
export function useShortlistsOf(demand: string) {
  return useQuery({
    queryKey: ['shortlists', 'of', demand],
    queryFn: ({ signal }) => api.get('/api/demands/{id}/shortlists', { path: { id: demand }, signal }),
    select: (page) => page.items,
  })
}
