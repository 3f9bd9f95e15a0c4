import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { buildingOf } from '../../../api/records'
import { useSpacesOf } from '../../../stack/spaces'
import type { Demand } from '../../../api/types'
import { HoldTools } from '../../../holds/HoldTools'
import type { MatchList } from '../../../live/lists/matchList'
import { useRow } from '../../../live/lists/useDemandList'

/** The hold on a listed space, for officers; it follows what colleagues do. */
export function MatchHold({ demand, list, match }: { demand: Demand; list: MatchList; match: string }) {
  const cache = useQueryClient()
  const building = buildingOf(match)
  const change = useRow(list, match)?.change
  const space = useSpacesOf(building).data?.find(({ id }) => id === match)
  useEffect(() => {
    if (change) void cache.invalidateQueries({ queryKey: ['buildings', building] })
  }, [cache, building, change])
  return space ? <HoldTools key={space.id} space={space} demand={demand} /> : null
}
