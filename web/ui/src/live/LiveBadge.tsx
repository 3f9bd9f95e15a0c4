import { useWords } from '../i18n/i18n'
import { connection } from './connection'
import { useConnection } from './useConnection'

/** The state of the connection in words: 即時, or until when the data holds. */
export function LiveBadge() {
  const { t, format } = useWords()
  const state = useConnection()
  if (state === 'off') return null
  return (
    <p className={`live-badge ${state}`} role="status">
      <i aria-hidden="true" />
      {t(`live.${state}`, { time: format.time(connection.asOf) })}
    </p>
  )
}
