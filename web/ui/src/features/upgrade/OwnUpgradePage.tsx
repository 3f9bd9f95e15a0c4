import { Redirect } from 'wouter'
import { useMe } from '../../api/session'
import { Upgrade } from './Upgrade'

/** The signed-in firm's own path. */
export default function OwnUpgradePage() {
  const { me } = useMe()
  return me?.firm ? <Upgrade firm={me.firm} path="/upgrade" /> : <Redirect to="/" replace />
}
