import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../api/client'
import type { BoardCode, Criterion } from '../../api/types'
import { useDebounced } from '../../kit/useDebounced'
import type { MatchList } from '../../live/lists/matchList'
import type { RankOf, Sort } from './sorting'

const top = 500

/**
 * Where each match stands in the wished order; undefined: by score. The server orders by attributes, and is asked anew
 * for other criteria and at each new ranking, so that no row moves by itself.
 */
export function useRank(
  board: BoardCode,
  criteria: Criterion[],
  sort: Sort,
  list: MatchList,
  ranking: number,
): RankOf | undefined {
  const asked = useDebounced(criteria)
  const isAttribute = sort !== 'score' && sort !== 'mutual'
  const { data } = useQuery({
    queryKey: ['order', board, asked, sort, ranking],
    enabled: isAttribute,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.post('/api/boards/{board}/match', { path: { board }, body: { criteria: asked, top, order: sort }, signal }),
  })
  return useMemo(() => {
    if (sort === 'score') return undefined
    if (sort === 'mutual')
      return (id) => {
        const mutual = list.readRow(id)?.match.mutual
        return mutual === undefined ? undefined : -mutual
      }
    if (!data) return undefined
    const places = new Map(data.matches.map(({ id }, place) => [id, place]))
    return (id) => places.get(id)
  }, [sort, data, list])
}
