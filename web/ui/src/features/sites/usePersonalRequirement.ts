import { useState } from 'react'
import type { Criterion } from '../../api/types'
import { examples } from '../../requirement/draft'

const key = 'matchmaker.requirement'

/** The requirement of this browser; a first visitor sees an example, said to be one. */
export function usePersonalRequirement() {
  const [criteria, setState] = useState<Criterion[]>(() => stored() ?? examples[0]!.criteria)
  const setCriteria = (next: Criterion[]) => {
    localStorage.setItem(key, JSON.stringify(next))
    setState(next)
  }
  const example = examples.find((entry) => JSON.stringify(entry.criteria) === JSON.stringify(criteria))?.key
  return { criteria, setCriteria, example }
}

function stored(): Criterion[] | undefined {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return Array.isArray(held) ? (held as Criterion[]) : undefined
  } catch {
    return undefined
  }
}
