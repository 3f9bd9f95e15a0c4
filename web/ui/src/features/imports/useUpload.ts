import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { Schemas } from '../../api/client'

export type Upload = Schemas['UploadedFile']
export type Plan = Schemas['UploadImport']
export type Contents = Schemas['FileContents']
export type Report = Schemas['ImportReport']

/** What is read of the file, where a person knows it better than what was found. */
export interface Reading {
  sheet?: string
  headerRow?: number
}

/** The file and its import, which is asked after each second while it runs. */
export function useUpload(id: string) {
  const cache = useQueryClient()
  const key = ['uploads', id]
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => api.get('/api/uploads/{id}', { path: { id } }),
    refetchInterval: ({ state }) => (state.data?.job?.state === 'running' ? 1000 : false),
  })
  const put = (upload: Upload) => void cache.setQueryData(key, upload)
  return {
    upload: data,
    error,
    start: async (plan: Plan) => put(await api.post('/api/uploads/{id}/import', { path: { id }, body: plan })),
    resume: async () => put(await api.post('/api/uploads/{id}/resume', { path: { id } })),
    stop: async () => {
      await api.delete('/api/uploads/{id}', { path: { id } })
      await cache.invalidateQueries({ queryKey: key })
    },
  }
}

/** What the file holds, read as a person says. */
export function useContents(upload: Upload, reading: Reading) {
  const isAsFound = reading.sheet === undefined && reading.headerRow === undefined
  const { data, error } = useQuery({
    queryKey: ['uploads', upload.id, 'found', reading],
    enabled: !isAsFound,
    placeholderData: keepPreviousData,
    queryFn: () => api.get('/api/uploads/{id}', { path: { id: upload.id }, query: { ...reading } }),
  })
  return { contents: isAsFound ? upload.found : (data?.found ?? upload.found), error }
}

/** The columns that a file of a kind may have; empty until they are known. */
export function useKnownColumns(kind: string | undefined) {
  const { data } = useQuery({
    queryKey: ['importColumns', kind],
    enabled: kind !== undefined,
    staleTime: Infinity,
    queryFn: () => api.get('/api/imports/{kind}/columns', { path: { kind: kind! } }),
  })
  return data ?? []
}
