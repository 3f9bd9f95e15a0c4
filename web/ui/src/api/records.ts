import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { at, request } from './client'
import type { BoardCode, BoardRecord, Building, Page, Space } from './types'

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

async function readByIds<Item>(collection: string, ids: string[]) {
  const pages = await Promise.all(
    groupIds(ids).map((group) =>
      request<Page<Item>>(`/api/${collection}?ids=${group.map(encodeURIComponent).join(',')}&limit=500`),
    ),
  )
  return pages.flatMap((page) => page.items)
}

/**
 * The records of these ids; one that may not be seen is missing. `changes` of an id asks for its record anew, while the
 * one that is held stays on screen.
 */
function useByIds<Item extends { id: string }>(
  collection: string,
  ids: string[],
  changes?: ReadonlyMap<string, number>,
) {
  const cache = useQueryClient()
  const [records, setRecords] = useState<ReadonlyMap<string, Item>>(new Map())
  const asked = useRef(new Map<string, number>())
  const key = ids.join(',')
  useEffect(() => {
    const wanted = ids.filter((id) => asked.current.get(id) !== (changes?.get(id) ?? 0))
    if (wanted.length === 0) return
    for (const id of wanted) asked.current.set(id, changes?.get(id) ?? 0)
    readByIds<Item>(collection, wanted).then(
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

const collections: Record<BoardCode, string> = {
  sites: 'spaces',
  partners: 'firms',
  research: 'centres',
  opportunities: 'opportunities',
}

/** A profile's record, whichever board it stands on; what only a space has is left out by the others. */
export type Profiled = BoardRecord &
  Partial<Pick<Space, 'unit' | 'position' | 'status' | 'inherited'>> & { buildingId?: string; validTo?: string }

/** The records of these matches, and on the sites board their buildings. */
export function usePlaces(board: BoardCode, ids: string[], changes?: ReadonlyMap<string, number>) {
  const records = useByIds<Profiled>(collections[board], ids, changes)
  const buildingIds = useMemo(() => (board === 'sites' ? [...new Set(ids.map(buildingOf))] : []), [board, ids])
  const buildings = useByIds<Building>('buildings', buildingIds)
  return useMemo(() => ({ board, records, buildings }), [board, records, buildings])
}

export function useProfiled(board: BoardCode, id: string) {
  return useQuery({
    queryKey: [collections[board], id],
    enabled: board !== 'sites',
    queryFn: ({ signal }) => request<Profiled>(at(collections[board], id), { signal }),
  })
}

export type Places = ReturnType<typeof usePlaces>

export const buildingOf = (spaceId: string) => spaceId.split('/')[0]!

export function useBuilding(id: string) {
  return useQuery({
    queryKey: ['buildings', id],
    queryFn: ({ signal }) => request<Building>(at('buildings', id), { signal }),
  })
}

export function useSpacesOf(buildingId: string) {
  return useQuery({
    queryKey: ['buildings', buildingId, 'spaces'],
    queryFn: ({ signal }) => request<Page<Space>>(at('buildings', buildingId, 'spaces') + '?limit=500', { signal }),
    select: (page) => page.items,
  })
}
