import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Schemas } from './client'
import type { Attribute, BoardCode, Page, Taxonomy } from './types'

export interface Schema {
  attributes: Attribute[]
  byCode: Map<string, Attribute>
  /** By which places are named; left out: not read yet. */
  stations?: Schemas['MapStation'][]
}

const none: Schema = { attributes: [], byCode: new Map() }

export function boardsQuery() {
  return { queryKey: ['boards'], queryFn: () => api.get('/api/boards'), staleTime: Infinity }
}

/** Stations and the source of the map's tiles. */
export function groundQuery() {
  return { queryKey: ['map'], queryFn: () => api.get('/api/map'), staleTime: Infinity }
}

export function taxonomiesQuery() {
  return { queryKey: ['taxonomies'], queryFn: () => api.get('/api/taxonomies'), staleTime: 300_000 }
}

/**
 * The board's attributes in the order of the screen; empty while they are read. The words of taxonomy codes come when
 * they come, and until then the codes stand for themselves.
 */
export function useSchema(board: BoardCode): Schema {
  const { data } = useQuery(boardsQuery())
  const found = data?.find((entry) => entry.board === board)
  const { data: taxonomies } = useQuery({
    ...taxonomiesQuery(),
    enabled: found?.attributes.some(({ kind }) => kind === 'tags') ?? false,
    select: (page: Page<Taxonomy>) => page.items,
  })
  const { data: stations } = useQuery({
    ...groundQuery(),
    enabled: found?.attributes.some(({ kind }) => kind === 'point') ?? false,
    select: (ground: Schemas['MapGround']) => ground.stations,
  })
  return useMemo(() => {
    if (!found) return none
    const attributes = found.attributes.map((entry) => worded(entry, board, taxonomies ?? []))
    return {
      attributes,
      byCode: new Map(attributes.map((entry) => [entry.code, entry])),
      ...(stations && { stations }),
    }
  }, [found, board, taxonomies, stations])
}

function worded(attribute: Attribute, board: BoardCode, taxonomies: Taxonomy[]): Attribute {
  if (attribute.kind !== 'tags') return { ...attribute, board }
  const values = taxonomies
    .filter((entry) => entry.attributes.includes(`${board}.${attribute.code}`))
    .flatMap((entry) => entry.terms)
  return { ...attribute, board, values }
}
