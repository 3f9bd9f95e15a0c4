import { useEffect, useRef } from 'react'
import { Steps } from './steps'

let made: Steps | undefined

/** What this page put on the history. It is first asked for before the router listens. */
export const steps = () => (made ??= new Steps(window))

/**
 * While something is open that stands in no address, Back closes it. `onClose` answers false where it stays open after
 * all. `stays`: it remains below what is opened from it.
 */
export function useBackCloses(isOpen: boolean, onClose: () => unknown, stays = false) {
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => (isOpen ? steps().add(() => latest.current() !== false, stays) : undefined), [isOpen, stays])
}
