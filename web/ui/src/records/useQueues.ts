import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'

/** The questions that the reader may see. */
export function useEnquiries(refetchInterval: number | false = false) {
  return useQuery({
    queryKey: ['enquiries'],
    refetchInterval,
    queryFn: ({ signal }) => api.get('/api/enquiries', { query: { limit: 500 }, signal }),
    select: (page) => page.items,
  })
}

/** The accounts that nobody has vouched for, and the reader's own people. */
export function usePeople(refetchInterval: number | false = false) {
  return useQuery({
    queryKey: ['people'],
    refetchInterval,
    queryFn: ({ signal }) => api.get('/api/people', { signal }),
    select: (page) => page.items,
  })
}

/** How many wait for the office beside introductions; undefined: not read yet. */
export function useQueues() {
  return {
    enquiries: useEnquiries().data?.filter(({ status }) => status === 'open').length,
    accounts: usePeople().data?.length,
  }
}
