import type { Me } from '../api/types'
import { officeCollections, ownMenuOf } from '../kinds/kinds'
import { readerOf } from '../kinds/readers'

export interface Destination {
  path: string
  key: string
}

export interface Destinations {
  /** Beside each other in the top bar. */
  main: Destination[]
  /** The rest, in a menu of its own: the office's records, a party's files and people. */
  more: Destination[]
  /** The reader's own account. */
  own: Destination[]
}

const to = (key: string, path = key): Destination => ({ path: `/${path}`, key })

/** What a reader's menu holds before and after the boards and what is their own, and in the menu beside it. */
const menus = {
  visitor: { first: [], last: [], more: [] },
  owner: { first: [], last: ['introductions'], more: ['meetings', 'imports', 'people'] },
  enterprise: {
    first: [],
    last: ['demands', 'introductions'],
    more: ['meetings', 'shortlists', 'enquiries', 'people'],
  },
  firm: {
    first: [],
    last: ['upgrade', 'demands', 'introductions'],
    more: ['meetings', 'shortlists', 'enquiries', 'imports', 'people'],
  },
  office: { first: ['desk'], last: ['enquiries'], more: [] },
}

/** What the top bar offers; the server decides what may be seen, this only leaves out what would answer nothing. */
export function destinations(me: Me | null): Destinations {
  const reader = readerOf(me)
  const { first, last, more } = menus[reader]
  const main = [
    // An officer's home is the inbox; an administrator has another home before it.
    ...(reader === 'office' ? [to('inbox', me?.role === 'admin' ? 'inbox' : '')] : []),
    ...[...first, 'brief', 'programmes'].map((key) => to(key)),
    ...ownMenuOf(reader).map(({ key, path }) => to(key, path)),
    ...last.map((key) => to(key)),
  ]
  const admin = me?.role === 'admin' ? ['taxonomies', 'gates', 'steps', 'accounts', 'journal'] : []
  const office = [
    ...[
      ...officeCollections,
      'shortlists',
      'meetings',
      'visits',
      'allocation',
      'figures',
      'upgrades',
      'letters',
      'imports',
      'invitations',
    ].map((key) => to(key)),
    to('unconfirmed', 'people'),
    ...admin.map((key) => to(key)),
  ]
  return {
    main,
    more: reader === 'office' ? office : more.map((key) => to(key)),
    own: me ? [to('account')] : [],
  }
}
