import { useEffect } from 'react'
import { useWaiting } from '../introductions/useIntroductions'

/** Tells how many introductions wait for the party that is signed in. Its code comes after the first list. */
export default function WaitingCount({ onCount }: { onCount: (count: number) => void }) {
  const waiting = useWaiting()
  useEffect(() => onCount(waiting), [waiting, onCount])
  return null
}
