import { useEffect } from 'react'
import { useWords } from '../i18n/i18n'
import { connection } from './connection'
import { useConnection, useOnline } from './useConnection'

/** The state of the connection in words: 即時, or until when the data holds. */
export function LiveBadge() {
  const { t, format } = useWords()
  const state = useConnection()
  const isOnline = useOnline()
  useEffect(() => connection.network(isOnline), [isOnline])
  if (state === 'off' && isOnline) return null
  const shown = state === 'off' ? 'offline' : state
  return (
    <p className={`live-badge ${shown}`} role="status">
      <i aria-hidden="true" />
      {t(`live.${shown}`, { time: format.time(connection.asOf) })}
    </p>
  )
}
