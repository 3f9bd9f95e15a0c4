import type { Me } from '../api/types'
import { isOffice } from '../api/session'

export interface Destination {
  path: string
  key: string
}

/** What the top bar offers; the server decides what may be seen, this only leaves out what would answer nothing. */
export function destinations(me: Me | null): Destination[] {
  const office = isOffice(me)
  const party = Boolean(me?.enterprise || me?.firm)
  return [
    { path: '/sites', key: 'sites' },
    ...(party ? [{ path: '/demands', key: 'demands' }] : []),
    ...(office || me?.owner ? [{ path: '/buildings', key: me?.owner ? 'ownBuildings' : 'buildings' }] : []),
    ...(office ? [{ path: '/enterprises', key: 'enterprises' }, { path: '/imports', key: 'imports' }, { path: '/invitations', key: 'invitations' }] : []),
    ...(me?.role === 'admin' ? [{ path: '/accounts', key: 'accounts' }] : []),
  ]
}
