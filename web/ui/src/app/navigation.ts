import type { Me } from '../api/types'
import { boardsOf } from '../kinds/boards'
import { officeCollections, ownMenuOf } from '../kinds/kinds'
import { readerOf } from '../kinds/readers'

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

/** What a reader's menu holds before and after the boards and what is their own. */
const menus = {
  visitor: { first: [], last: [] },
  owner: { first: [], last: ['introductions', 'imports', 'people'] },
  enterprise: { first: [], last: ['demands', 'introductions', 'enquiries', 'people'] },
  firm: { first: [], last: ['demands', 'introductions', 'enquiries', 'imports', 'people'] },
  office: { first: ['desk'], last: ['enquiries'] },
}

/** What the top bar offers; the server decides what may be seen, this only leaves out what would answer nothing. */
export function destinations(me: Me | null, waiting = 0): Destinations {
  const reader = readerOf(me)
  const { first, last } = menus[reader]
  const main = [
    ...[...first, ...boardsOf(reader), 'programmes'].map((key) => to(key)),
    ...ownMenuOf(reader).map(({ key, path }) => to(key, path)),
    ...last.map((key) => to(key)),
  ]
  const admin = me?.role === 'admin' ? ['taxonomies', 'accounts', 'journal'] : []
  const office = [
    ...[...officeCollections, 'figures', 'letters', 'imports', 'invitations'].map((key) => to(key)),
    to('unconfirmed', 'people'),
    ...admin.map((key) => to(key)),
  ]
  return {
    main: main.map((entry) => (entry.key === 'introductions' && waiting > 0 ? { ...entry, waiting } : entry)),
    records: reader === 'office' ? office : [],
  }
}
