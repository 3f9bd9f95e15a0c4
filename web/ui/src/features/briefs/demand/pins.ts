import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api, ProblemError } from '../../../api/client'
import type { Pin } from '../../../api/introductions'
import type { Placing } from '../../../matches/list/sorting'

const none: Pin[] = []

/** A list's pins, for officers. They are asked for once and after what this officer does, because they move rows. */
export function usePins(demand: string, office: boolean): Pin[] {
  return (
    useQuery({
      queryKey: ['demands', demand, 'pins'],
      enabled: office,
      staleTime: Infinity,
      queryFn: ({ signal }) => api.get('/api/demands/{id}/pins', { path: { id: demand }, signal }),
      select: (page) => page.items,
    }).data ?? none
  )
}

/** Only what a second officer approved stands. */
export function placingOf(pins: Pin[]): Placing {
  const of = (kind: Pin['kind']) =>
    new Set(pins.filter((pin) => pin.approvedBy && pin.kind === kind).map(({ match }) => match))
  return { first: of('pin'), last: of('demote') }
}

export const usePlacing = (pins: Pin[]) => useMemo(() => placingOf(pins), [pins])

/** Each act brings the pins anew; one that a colleague changed first is shown as it stands now. */
export function usePinActs(demand: string) {
  const cache = useQueryClient()
  const [state, setState] = useState<{ changed?: boolean; error?: unknown }>({})
  const act = async (send: () => Promise<unknown>) => {
    let done = true
    try {
      await send()
      setState({})
    } catch (error) {
      done = false
      setState(error instanceof ProblemError && [404, 409, 412].includes(error.status) ? { changed: true } : { error })
    }
    await cache.invalidateQueries({ queryKey: ['demands', demand, 'pins'] })
    return done
  }
  return {
    ...state,
    propose: (match: string, kind: Pin['kind'], reason: string) =>
      act(() => api.post('/api/pins', { body: { demand, match, kind, reason } })),
    approve: ({ id, version }: Pin) => act(() => api.post('/api/pins/{id}/approve', { path: { id }, version })),
    remove: ({ id, version }: Pin) => act(() => api.delete('/api/pins/{id}', { path: { id }, version })),
  }
}
