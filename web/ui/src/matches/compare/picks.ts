import { useCallback, useSyncExternalStore } from 'react'
import type { BoardCode } from '../../api/types'
import { parsed } from '../../kit/held/json'

/** More do not fit beside each other. */
export const most = 6

const keyOf = (board: BoardCode) => `matchmaker.picks.${board}`
const none: readonly string[] = []

/** The picks once one is added or taken away; a seventh is not added. */
export function toggled(picks: readonly string[], id: string): readonly string[] {
  if (picks.includes(id)) return picks.filter((other) => other !== id)
  return picks.length < most ? [...picks, id] : picks
}

/** The ids of a list, each once; whatever is no list of ids counts as nothing. */
export function picksOf(held: unknown): readonly string[] {
  if (!Array.isArray(held)) return none
  const ids = held.filter((id): id is string => typeof id === 'string' && id !== '')
  return [...new Set(ids)].slice(0, most)
}

/** What a browser holds. */
export const readPicks = (text: string | null) => picksOf(parsed(text))

const held = new Map<BoardCode, { text: string | null; picks: readonly string[] }>()
const listeners = new Set<() => void>()

function current(board: BoardCode) {
  const text = localStorage.getItem(keyOf(board))
  const known = held.get(board)
  if (known && known.text === text) return known.picks
  const picks = readPicks(text)
  held.set(board, { text, picks })
  return picks
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  // Another tab of the same browser picks too.
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

/** The matches that this browser has picked on a board, in the order of picking. */
export function usePicks(board: BoardCode) {
  const picks = useSyncExternalStore(subscribe, () => current(board))
  const set = useCallback(
    (next: readonly string[]) => {
      localStorage.setItem(keyOf(board), JSON.stringify(next))
      for (const listener of listeners) listener()
    },
    [board],
  )
  const toggle = useCallback((id: string) => set(toggled(current(board), id)), [board, set])
  return { picks, set, toggle }
}
