import type { Me } from '../api/types'
import { isOffice } from '../api/session'

export interface Destination {
  path: string
  key: string
  /** How many wait there for the reader. */
  waiting?: number
}

export interface Destinations {
  /** Beside each other in the top bar. */
  main: Destination[]
  /** The office's records, in a menu of their own. */
  records: Destination[]
}

const to = (key: string, path = key): Destination => ({ path: `/${path}`, key })

/** What the top bar offers; the server decides what may be seen, this only leaves out what would answer nothing. */
export function destinations(me: Me | null, waiting = 0): Destinations {
  if (isOffice(me)) {
    const admin = me?.role === 'admin' ? [to('taxonomies'), to('accounts'), to('journal')] : []
    return {
      main: ['desk', 'sites', 'partners', 'research', 'opportunities', 'programmes', 'enquiries'].map((key) => to(key)),
      records: [
        ...['buildings', 'firms', 'centres', 'enterprises', 'figures', 'letters', 'imports', 'invitations'].map((key) =>
          to(key),
        ),
        ...admin,
      ],
    }
  }
  return {
    main: ofParty(me).map((entry) => (entry.key === 'introductions' && waiting > 0 ? { ...entry, waiting } : entry)),
    records: [],
  }
}

function ofParty(me: Me | null) {
  if (me?.firm)
    return [
      to('sites'),
      to('partners'),
      to('research'),
      to('opportunities'),
      to('programmes'),
      to('ownFirm', 'firm'),
      to('demands'),
      to('introductions'),
      to('enquiries'),
    ]
  if (me?.enterprise)
    return [
      to('sites'),
      to('partners'),
      to('research'),
      to('programmes'),
      to('ownNeeds', 'needs'),
      to('demands'),
      to('introductions'),
      to('enquiries'),
    ]
  return [
    to('sites'),
    to('research'),
    to('programmes'),
    ...(me?.owner ? [to('ownBuildings', 'buildings'), to('introductions')] : []),
  ]
}
