import { useCallback, useEffect, useMemo, useState } from 'react'
import { parsed } from '../../kit/held/json'
import { freshIn, looked, settled, type Sources } from './seen'

const keyOf = (account: string) => `matchmaker.bell.${account}`
const read = (account: string) => (parsed(localStorage.getItem(keyOf(account))) as Sources | undefined) ?? {}

/**
 * What the account has seen of its news in this browser, in all of its pages. While somebody is looking everything that
 * comes is seen, and what was fresh stays marked until the look ends. Signing out forgets it.
 */
export function useSeen(account: string, now: Sources, isLooking: boolean) {
  const [seen, setSeen] = useState(() => read(account))
  const [before, setBefore] = useState<Sources>()
  if (isLooking !== Boolean(before)) setBefore(isLooking ? seen : undefined)
  useEffect(() => {
    const told = ({ key }: StorageEvent) => key === keyOf(account) && setSeen(read(account))
    addEventListener('storage', told)
    return () => removeEventListener('storage', told)
  }, [account])
  const next = useMemo(() => {
    const known = settled(seen, now)
    return isLooking ? looked(known, now) : known
  }, [seen, now, isLooking])
  useEffect(() => {
    localStorage.setItem(keyOf(account), JSON.stringify(next))
  }, [account, next])
  if (next !== seen) setSeen(next)
  const marked = before ?? seen
  return useCallback((source: string) => freshIn(marked, now, source), [marked, now])
}
