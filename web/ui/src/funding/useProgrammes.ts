import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'

/** Every programme with its rule as it stands. */
export const useProgrammes = () =>
  useQuery({ queryKey: ['programmes'], queryFn: ({ signal }) => api.get('/api/programmes', { signal }) })
