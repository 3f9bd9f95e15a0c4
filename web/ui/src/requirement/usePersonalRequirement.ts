import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { BoardCode, Criterion } from '../api/types'
import { boards } from '../kinds/boards'
import { settle } from './leftovers/leftovers'
import { useLeftovers } from './leftovers/useLeftovers'

const keyOf = (board: BoardCode) => `matchmaker.requirement.${board}`

/**
 * The requirement of this browser, one a board; a first visitor sees an example, said to be one. An address may bring
 * another along, from a search.
 */
export function usePersonalRequirement(board: BoardCode) {
  const [search, setSearch] = useSearchParams()
  const [start] = useState(() =>
    settle(
      [],
      [],
      read(search.get('criteria')) ??
        read(localStorage.getItem(keyOf(board))) ??
        boards[board].examples[0]?.criteria ??
        [],
    ),
  )
  const [criteria, setState] = useState<Criterion[]>(start.criteria)
  const setCriteria = (next: Criterion[]) => {
    localStorage.setItem(keyOf(board), JSON.stringify(next))
    setState(next)
    if (search.has('criteria'))
      setSearch(
        (before) => {
          before.delete('criteria')
          return before
        },
        { replace: true },
      )
  }
  const example = boards[board].examples.find(
    (entry) => JSON.stringify(entry.criteria) === JSON.stringify(criteria),
  )?.key
  const { lifted, change } = useLeftovers(criteria, setCriteria, start.lifted)
  return { criteria, setCriteria: change, example, lifted }
}

function read(text: string | null): Criterion[] | undefined {
  try {
    const held: unknown = JSON.parse(text ?? 'null')
    return Array.isArray(held) ? (held as Criterion[]) : undefined
  } catch {
    return undefined
  }
}
