import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'

/** The standing demands that the reader may see. */
export function useDemands(enabled = true) {
  return useQuery({
    queryKey: ['demands'],
    enabled,
    queryFn: ({ signal }) => api.get('/api/demands', { query: { limit: 500 }, signal }),
    select: (page) => page.items,
  })
}
