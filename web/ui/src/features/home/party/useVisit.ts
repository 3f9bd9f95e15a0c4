import { useEffect, useMemo, useState } from 'react'
import { parsed } from '../../../kit/held/json'
import { type Seen, type Visits, visited } from './visits'

const keyOf = (account: string) => `matchmaker.visits.${account}`

/** What the lists held when the account's last visit in this browser ended. Signing out forgets it. */
export function useVisit(account: string, lists: Seen['lists']): Seen | undefined {
  const [start] = useState(() => ({ held: read(account), now: Date.now() }))
  const visits = useMemo(() => visited(start.held, lists, start.now), [start, lists])
  useEffect(() => localStorage.setItem(keyOf(account), JSON.stringify(visits)), [account, visits])
  return visits.before
}

function read(account: string): Visits | undefined {
  const held = parsed(localStorage.getItem(keyOf(account))) as Visits | undefined
  return held?.now?.lists ? held : undefined
}
