import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api } from '../../../api/client'
import { useMe } from '../../../api/session'
import type { BoardCode, Brief, Demand } from '../../../api/types'
import type { BriefState } from '../../../brief/address'
import { partyOf } from '../../../kinds/kinds'
import { parsed } from '../../../kit/held/json'
import { demandQuery, saveDemand } from '../demand/demands'

/** A saved Brief, or a standing demand that is in none and stands for one of its own: then without `id`. */
export interface SavedBrief extends Omit<Brief, 'id'> {
  id?: string
}

export function useSavedBrief(id: string) {
  return useQuery({
    queryKey: ['briefs', id],
    queryFn: ({ signal }) => api.get('/api/briefs/{id}', { path: { id }, signal }),
  })
}

/** Its demands in the order of the Brief; undefined: they are being read. One that is gone is left out. */
export const useBriefDemands = (ids: readonly string[]) => useQueries({ queries: ids.map(demandQuery), combine: read })

/** One list for the same demands, so that what depends on it is not worked out at each drawing. */
const read = (found: UseQueryResult<Demand>[]): Demand[] | undefined =>
  found.some(({ isPending }) => isPending) ? undefined : found.flatMap(({ data }) => data ?? [])

/** Words of the text that the reader has set aside; they are no part of the record, so this browser keeps them. */
function useSkipped(id: string) {
  const key = `matchmaker.skipped.${id}`
  const [skipped, setSkipped] = useState(() => (parsed(localStorage.getItem(key)) ?? []) as readonly string[])
  const set = (next: readonly string[]) => {
    localStorage.setItem(key, JSON.stringify(next))
    setSkipped(next)
  }
  return [skipped, set] as const
}

/** A saved Brief as the sentence shows it, and how its parts are kept. */
export function useEditing(saved: SavedBrief, demands: Demand[], onCreated: (brief: Brief) => void) {
  const cache = useQueryClient()
  const { me } = useMe()
  const [skipped, setSkipped] = useSkipped(saved.id ?? saved.demands[0] ?? '')
  const brief = useMemo<BriefState>(
    () => ({
      text: saved.text ?? '',
      criteria: Object.fromEntries(demands.map(({ board, criteria }) => [board, criteria])),
      skipped,
      ...demands.flatMap(({ combine }) => (combine === undefined ? [] : { combine }))[0],
    }),
    [saved.text, demands, skipped],
  )
  const keep = async (change: Partial<SavedBrief>) => {
    const body = { ...saved, ...change }
    const { id } = saved
    const kept = id
      ? await api.put('/api/briefs/{id}', { path: { id }, body: { ...body, id }, version: saved.version })
      : await api.post('/api/briefs', { body: bodyOf(body) })
    cache.setQueryData(['briefs', kept.id], kept)
    await cache.invalidateQueries({ queryKey: ['briefs', 'list'] })
    if (!id) onCreated(kept)
  }
  /** Keeps another text or answer; the criteria of `current` are kept by its own page. */
  const setBrief = async (next: BriefState, current: BoardCode) => {
    setSkipped(next.skipped)
    for (const demand of demands) {
      const criteria = next.criteria[demand.board]
      if (demand.board === current || !criteria || JSON.stringify(criteria) === JSON.stringify(demand.criteria))
        continue
      cache.setQueryData(['demands', demand.id], await saveDemand({ ...demand, criteria: [...criteria] }))
    }
    if (next.text !== brief.text) await keep({ text: next.text })
  }
  /** Asks something of another board too. */
  const addBoard = async (board: BoardCode, criteria: Demand['criteria']) => {
    const owner = partyOf(me)
    if (!owner) return
    const demand = await api.post('/api/demands', {
      body: { board, owner, criteria, ...(saved.name && { name: saved.name }) },
    })
    cache.setQueryData(['demands', demand.id], demand)
    await cache.invalidateQueries({ queryKey: ['demands'], exact: true })
    await keep({ demands: [...saved.demands, demand.id] })
  }
  return { brief, setBrief, addBoard, keep }
}

const bodyOf = ({ owner, name, text, demands }: SavedBrief) => ({
  ...(owner && { owner }),
  ...(name && { name }),
  ...(text && { text }),
  demands,
})
