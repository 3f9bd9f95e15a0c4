import { useEffect, useSyncExternalStore } from 'react'
import { connection, type Follower } from './connection'

const pollEvery = 15_000

export const useConnection = () => useSyncExternalStore(connection.subscribe, connection.read)

const subscribeToNetwork = (listener: () => void) => {
  const events = ['online', 'offline']
  events.forEach((name) => addEventListener(name, listener))
  return () => events.forEach((name) => removeEventListener(name, listener))
}

/** Whether the browser has a network. */
export const useOnline = () => useSyncExternalStore(subscribeToNetwork, () => navigator.onLine)

/** Follows a topic for as long as the component is on screen. */
export const useSubscription = (subscription: Follower) =>
  useEffect(() => connection.follow(subscription), [subscription])

/** Polls every 15 s while there is no connection. */
export function usePolling(poll: () => Promise<void>) {
  const polling = useConnection() === 'polling'
  useEffect(() => {
    if (!polling) return
    const ask = async () => {
      try {
        await poll()
        connection.asOf = Date.now()
      } catch {
        // The badge already says that there is no connection; the next round tries again.
      }
    }
    void ask()
    const timer = setInterval(ask, pollEvery)
    return () => clearInterval(timer)
  }, [polling, poll])
}
