import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { request } from './client'
import type { Attribute, Board } from './types'

export interface Schema {
  attributes: Attribute[]
  byCode: Map<string, Attribute>
}

const none: Schema = { attributes: [], byCode: new Map() }

export function boardsQuery() {
  return { queryKey: ['boards'], queryFn: () => request<Board[]>('/api/boards'), staleTime: Infinity }
}

/** The board's attributes in the order of the screen; empty while they are read. */
export function useSchema(board = 'sites'): Schema {
  const { data } = useQuery(boardsQuery())
  return useMemo(() => {
    const found = data?.find((entry) => entry.board === board)
    if (!found) return none
    return { attributes: found.attributes, byCode: new Map(found.attributes.map((entry) => [entry.code, entry])) }
  }, [data, board])
}
