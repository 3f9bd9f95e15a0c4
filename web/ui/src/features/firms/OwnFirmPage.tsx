import { Redirect } from 'wouter'
import { useMe } from '../../api/session'
import FirmPage from './FirmPage'

/** The signed-in firm's own page. */
export default function OwnFirmPage() {
  const { me } = useMe()
  return me?.firm ? <FirmPage id={me.firm} /> : <Redirect to="/sites" replace />
}
