import { useQuery } from '@tanstack/react-query'
import { readAll } from '../api/pages'

/** The saved Briefs that the reader may see. */
export function useBriefs(enabled = true) {
  return useQuery({
    queryKey: ['briefs', 'list'],
    enabled,
    queryFn: ({ signal }) => readAll('/api/briefs', signal),
  })
}
