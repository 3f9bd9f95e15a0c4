import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { boards } from '../kinds/boards'
import type { Collection } from '../kinds/kinds'
import { type AnswerOf, api } from './client'
import type { paths } from './schema.gen'
import type { BoardCode, BoardRecord, Space } from './types'

// Kestrel refuses a request line of more than 8 KB, so ids go in groups that stay well below.
const longestIds = 5000

export function groupIds(ids: string[]) {
  const groups: string[][] = []
  let length = Infinity
  for (const id of ids) {
    const added = encodeURIComponent(id).length + 3
    if (length + added > longestIds) {
      groups.push([])
      length = 0
    }
    groups.at(-1)!.push(id)
    length += added
  }
  return groups
}

/** What each collection holds. */
export type RecordOf = { [C in Collection]: AnswerOf<paths[`/api/${C}`]['get']>['items'][number] }

async function readByIds<C extends Collection>(collection: C, ids: string[]) {
  const path: `/api/${Collection}` = `/api/${collection}`
  const pages = await Promise.all(
    groupIds(ids).map((group) => api.get(path, { query: { ids: group.join(','), limit: 500 } })),
  )
  return pages.flatMap((page) => page.items as RecordOf[C][])
}

/**
 * The records of these ids; one that may not be seen is missing. `changes` of an id asks for its record anew, while the
 * one that is held stays on screen.
 */
function useByIds<C extends Collection>(collection: C, ids: string[], changes?: ReadonlyMap<string, number>) {
  const cache = useQueryClient()
  const [records, setRecords] = useState<ReadonlyMap<string, RecordOf[C]>>(new Map())
  const asked = useRef(new Map<string, number>())
  const key = ids.join(',')
  useEffect(() => {
    const wanted = ids.filter((id) => asked.current.get(id) !== (changes?.get(id) ?? 0))
    if (wanted.length === 0) return
    for (const id of wanted) asked.current.set(id, changes?.get(id) ?? 0)
    readByIds(collection, wanted).then(
      (items) => {
        setRecords((held) => new Map([...held, ...items.map((item) => [item.id, item] as const)]))
        for (const item of items) cache.setQueryData([collection, item.id], item)
      },
      () => wanted.forEach((id) => asked.current.delete(id)),
    )
    // `key` stands for `ids`, whose array is made anew on every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [collection, key, changes, cache])
  return records
}

/** A profile's record, whichever board it stands on; what only a space has is left out by the others. */
export type Profiled = BoardRecord &
  Partial<Pick<Space, 'unit' | 'position' | 'status' | 'inherited'>> & {
    buildingId?: string
    validFrom?: string
    validTo?: string
  }

/** The records of these matches, with the buildings that they are parts of. */
export function usePlaces(board: BoardCode, ids: string[], changes?: ReadonlyMap<string, number>) {
  const records = useByIds(boards[board].collection, ids, changes) as ReadonlyMap<string, Profiled>
  const buildingIds = useMemo(() => (boards[board].inBuildings ? [...new Set(ids.map(buildingOf))] : []), [board, ids])
  const buildings = useByIds('buildings', buildingIds)
  return useMemo(() => ({ board, records, buildings }), [board, records, buildings])
}

/** The buildings of these ids. */
export const useBuildings = (ids: string[]) => useByIds('buildings', ids)

/** The record of a profile. */
export function useProfiled(board: BoardCode, id: string) {
  const { collection } = boards[board]
  return useQuery({
    queryKey: [collection, id],
    queryFn: async ({ signal }): Promise<Profiled> => {
      if (collection === 'spaces')
        return api.get('/api/buildings/{building}/spaces/{space}', { path: spacePath(id), signal })
      return api.get(`/api/${collection}/{id}`, { path: { id }, signal })
    },
  })
}

export type Places = ReturnType<typeof usePlaces>

export const buildingOf = (spaceId: string) => spaceId.split('/')[0]!

export function useBuilding(id: string) {
  return useQuery({
    queryKey: ['buildings', id],
    queryFn: ({ signal }) => api.get('/api/buildings/{id}', { path: { id }, signal }),
  })
}

/** Where one record is read and written. A write without a version creates it. */
export interface RecordStore<T> {
  read: () => Promise<T>
  write: (record: T, version?: number) => Promise<T>
}

export function storeOf<C extends Exclude<Collection, 'spaces'>>(collection: C, id: string): RecordStore<RecordOf[C]> {
  const path: `/api/${Exclude<Collection, 'spaces'>}/{id}` = `/api/${collection}/{id}`
  return {
    read: () => api.get(path, { path: { id } }) as Promise<RecordOf[C]>,
    write: (body, version) =>
      api.put(path, { path: { id }, body, ...(version !== undefined && { version }) }) as Promise<RecordOf[C]>,
  }
}

export function storeOfSpace(spaceId: string): RecordStore<Space> {
  const path = spacePath(spaceId)
  return {
    read: () => api.get('/api/buildings/{building}/spaces/{space}', { path }),
    write: (body, version) =>
      api.put('/api/buildings/{building}/spaces/{space}', { path, body, ...(version !== undefined && { version }) }),
  }
}

export function spacePath(spaceId: string) {
  const [building = '', space = ''] = spaceId.split('/')
  return { building, space }
}
