import { useState } from 'react'
import type { Criterion } from '../../api/types'
import { type Lifted, settle } from './leftovers'

/** Changes of a requirement that leave no contradiction behind. `first` is what was lifted before any change. */
export function useLeftovers(
  criteria: Criterion[],
  setCriteria: (criteria: Criterion[]) => void,
  first: Lifted[] = [],
) {
  const [lifted, setLifted] = useState(first)
  const change = (next: Criterion[]) => {
    const settled = settle(lifted, criteria, next)
    setLifted(settled.lifted)
    setCriteria(settled.criteria)
  }
  return { lifted, change }
}
