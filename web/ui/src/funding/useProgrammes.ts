import { useQuery } from '@tanstack/react-query'
import { request } from '../api/client'
import type { ProgrammeList } from '../api/programmes'

/** Every programme with its rule as it stands. */
export const useProgrammes = () =>
  useQuery({ queryKey: ['programmes'], queryFn: ({ signal }) => request<ProgrammeList>('/api/programmes', { signal }) })
