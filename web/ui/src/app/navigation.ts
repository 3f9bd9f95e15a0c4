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
  const seeks = office || party
  return [
    { path: '/sites', key: 'sites' },
    ...(seeks ? [{ path: '/partners', key: 'partners' }] : []),
    { path: '/research', key: 'research' },
    ...(office || me?.firm ? [{ path: '/opportunities', key: 'opportunities' }] : []),
    ...(me?.firm ? [{ path: '/firm', key: 'ownFirm' }] : []),
    ...(me?.enterprise ? [{ path: '/needs', key: 'ownNeeds' }] : []),
    ...(party ? [{ path: '/demands', key: 'demands' }] : []),
    ...(seeks ? [{ path: '/enquiries', key: 'enquiries' }] : []),
    ...(office || me?.owner ? [{ path: '/buildings', key: me?.owner ? 'ownBuildings' : 'buildings' }] : []),
    ...(office ? officeOnly.map((key) => ({ path: `/${key}`, key })) : []),
    ...(me?.role === 'admin' ? [{ path: '/taxonomies', key: 'taxonomies' }, { path: '/accounts', key: 'accounts' }] : []),
  ]
}

const officeOnly = ['firms', 'centres', 'enterprises', 'imports', 'invitations']
