import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { useMe } from '../api/session'

const prefix = 'enterprises/'

/**
 * The industry of the enterprise that seeks.
 *
 * @param seeker Whose requirement it is, such as `enterprises/e1`; undefined: nobody's.
 * @returns Undefined where it is not known, or no enterprise seeks.
 */
export function useIndustry(seeker: string | undefined) {
  const { me } = useMe()
  const id = seeker?.startsWith(prefix) ? seeker.slice(prefix.length) : ''
  return useQuery({
    queryKey: ['enterprises', id],
    enabled: Boolean(me) && id !== '',
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}', { path: { id }, signal }),
  }).data?.industry
}
