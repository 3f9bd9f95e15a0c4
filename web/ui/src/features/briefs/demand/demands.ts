import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Schemas } from '../../../api/client'
import type { Demand } from '../../../api/types'

export const demandQuery = (id: string) =>
  queryOptions({
    queryKey: ['demands', id],
    queryFn: ({ signal }) => api.get('/api/demands/{id}', { path: { id }, signal }),
  })

export const useDemand = (id: string) => useQuery(demandQuery(id))

export function useNearMisses(id: string, version: number | undefined, ranking: number) {
  return useQuery({
    queryKey: ['demands', id, 'near-misses', version, ranking],
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/demands/{id}/near-misses', { path: { id }, signal }),
  }).data
}

/** A demand as this page edits it. */
export type DemandDraft = Pick<Demand, 'id' | 'version'> & Schemas['DemandInput']

export const saveDemand = (demand: DemandDraft) =>
  api.put('/api/demands/{id}', { path: { id: demand.id }, body: demand, version: demand.version })
export const deleteDemand = (demand: Demand) =>
  api.delete('/api/demands/{id}', { path: { id: demand.id }, version: demand.version })
