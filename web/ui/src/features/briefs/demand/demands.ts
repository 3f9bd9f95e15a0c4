import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Schemas } from '../../../api/client'
import type { Demand } from '../../../api/types'
import { mostNear, type NearQuery } from '../../../matches/near/useNear'

export const demandQuery = (id: string) =>
  queryOptions({
    queryKey: ['demands', id],
    queryFn: ({ signal }) => api.get('/api/demands/{id}', { path: { id }, signal }),
  })

export const useDemand = (id: string) => useQuery(demandQuery(id))

/** `ranking` grows at each new ranking of the list, which what is nearly there then follows. */
export const nearQuery = ({ id, version, criteria }: Demand, ranking: number): NearQuery => ({
  key: [id, version, ranking],
  criteria,
  ask: (signal) => api.get('/api/demands/{id}/near-misses', { path: { id }, query: { top: mostNear }, signal }),
})

/** A demand as this page edits it. */
export type DemandDraft = Pick<Demand, 'id' | 'version'> & Schemas['DemandInput']

export const saveDemand = (demand: DemandDraft) =>
  api.put('/api/demands/{id}', { path: { id: demand.id }, body: demand, version: demand.version })
/** A deleted record comes back under its id; its versions go on. */
export const restoreDemand = (demand: Demand) => api.put('/api/demands/{id}', { path: { id: demand.id }, body: demand })
export const deleteDemand = (demand: Demand) =>
  api.delete('/api/demands/{id}', { path: { id: demand.id }, version: demand.version })
