import { useQuery } from '@tanstack/react-query'
import { readAll } from '../api/pages'

/** Every published need that the reader may see. */
export function useNeeds() {
  return useQuery({
    queryKey: ['opportunities', 'everything'],
    queryFn: ({ signal }) => readAll('/api/opportunities', signal),
  })
}
