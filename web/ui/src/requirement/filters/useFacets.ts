import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { BoardCode, Criterion } from '../../api/types'
import { useDebounced } from '../../kit/useDebounced'
import { askedBy, askedKey } from '../asked'
import { askedBins, type Facet } from './maths/bins'

const refreshEvery = 20_000

/**
 * How the list's profiles are spread over some attributes. It is asked once the criteria stand still, and a question
 * that is overtaken is called off; until the answer comes the last one stands, which `isCurrent` tells.
 */
export function useFacets(board: BoardCode, criteria: Criterion[], combine: number | undefined, attributes: string[]) {
  const wanted = askedKey(board, criteria, combine)
  const asked = useDebounced(wanted)
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['facets', board, asked, attributes],
    enabled: attributes.length > 0,
    queryFn: ({ signal }) =>
      api.post('/api/boards/{board}/facets', {
        path: { board },
        body: { ...askedBy(asked), attributes, bins: askedBins },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
    staleTime: refreshEvery / 2,
    retry: 1,
  })
  const facets = new Map<string, Facet>(data?.facets.map((facet) => [facet.attribute, facet]))
  return { facets, count: data?.count, isCurrent: data !== undefined && !isPlaceholderData && asked === wanted }
}

export type Facets = ReturnType<typeof useFacets>
