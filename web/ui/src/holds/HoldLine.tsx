import { isOffice, useMe } from '../api/session'
import type { Match } from '../api/types'
import { useWords } from '../i18n/i18n'
import './holds.css'

/** That the office holds a match, and until when, as far as the reader may know. */
export function HoldLine({ hold }: { hold: Match['hold'] }) {
  const { t, format } = useWords()
  const office = isOffice(useMe().me)
  if (!hold) return null
  const day = hold.until && format.day(hold.until)
  return <p className="hold-line">{day ? t(office ? 'hold.until' : 'hold.forYou', { day }) : t('status.held')}</p>
}
