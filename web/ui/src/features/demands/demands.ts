import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { at, request } from '../../api/client'
import type { Demand, NearMissReport, Page } from '../../api/types'

export function useDemands() {
  return useQuery({
    queryKey: ['demands'],
    queryFn: ({ signal }) => request<Page<Demand>>('/api/demands?limit=500', { signal }),
    select: (page) => page.items,
  })
}

export function useDemand(id: string) {
  return useQuery({
    queryKey: ['demands', id],
    queryFn: ({ signal }) => request<Demand>(at('demands', id), { signal }),
  })
}

export function useNearMisses(id: string, version: number | undefined, ranking: number) {
  return useQuery({
    queryKey: ['demands', id, 'near-misses', version, ranking],
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<NearMissReport>(at('demands', id, 'near-misses'), { signal }),
  }).data
}

export const saveDemand = (demand: Demand) =>
  request<Demand>(at('demands', demand.id), { method: 'PUT', body: demand, version: demand.version })
export const deleteDemand = (demand: Demand) =>
  request<void>(at('demands', demand.id), { method: 'DELETE', version: demand.version })
