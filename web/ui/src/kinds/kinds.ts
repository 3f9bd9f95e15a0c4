import type { Me } from '../api/types'
import type { Reader } from './readers'

/** One kind of record. */
export interface KindRow {
  /** The path of a record's page; left out: it has none. */
  page?: (id: string) => string
  /** The path of the page on which its own people edit it; left out: they have none. */
  ownPage?: (id: string) => string
  /** What its own people find in the menu. */
  ownMenu?: { reader: Reader; key: string; path: string }
  /** The office finds its list in the menu. */
  inOfficeMenu?: true
  /** The collection whose records hold its records. */
  partOf?: 'buildings'
  /** It is imported and exported as a file. */
  inFiles?: true
  /** Its records are parties: the field of an account that names one. */
  party?: 'enterprise' | 'firm' | 'owner'
}

const under = (path: string) => (id: string) => `/${path}/${encodeURIComponent(id)}`
const building = (spaceId: string) => under('buildings')(spaceId.split('/')[0]!)

/** Every kind of record that has a collection of its own on the page, by the word of its routes. */
export const kinds = {
  buildings: {
    page: under('buildings'),
    ownMenu: { reader: 'owner', key: 'ownBuildings', path: 'buildings' },
    inOfficeMenu: true,
    inFiles: true,
  },
  spaces: { page: building, ownPage: building, partOf: 'buildings', inFiles: true },
  firms: {
    page: under('firms'),
    ownPage: () => '/firm',
    ownMenu: { reader: 'firm', key: 'ownFirm', path: 'firm' },
    inOfficeMenu: true,
    inFiles: true,
    party: 'firm',
  },
  centres: { page: under('centres'), inOfficeMenu: true, inFiles: true },
  opportunities: {
    page: under('needs'),
    ownPage: under('needs'),
    ownMenu: { reader: 'enterprise', key: 'ownNeeds', path: 'needs' },
  },
  enterprises: { page: under('enterprises'), inOfficeMenu: true, party: 'enterprise' },
  owners: { party: 'owner' },
} as const satisfies Record<string, KindRow>

export type Collection = keyof typeof kinds
type With<Part> = { [C in Collection]: (typeof kinds)[C] extends Part ? C : never }[Collection]
export type FileCollection = With<{ inFiles: true }>
export type PartyRole = NonNullable<KindRow['party']>
/** The collections whose records stand on a board. */
export type ProfileCollection = 'spaces' | 'firms' | 'centres' | 'opportunities'

const rows: Record<Collection, KindRow> = kinds
const collections = Object.keys(kinds) as Collection[]
const having = <C extends Collection>(has: (row: KindRow) => unknown) =>
  collections.filter((name): name is C => Boolean(has(rows[name])))

export const rowOf = (collection: Collection) => rows[collection]
export const officeCollections = having(({ inOfficeMenu }) => inOfficeMenu)
export const fileCollections = having<FileCollection>(({ inFiles }) => inFiles)
const partyCollections = having<With<{ party: PartyRole }>>(({ party }) => party)

/** The collection of the parties that accounts of that role belong to. */
export const partyCollection = (role: PartyRole) => partyCollections.find((name) => kinds[name].party === role)!
export const isPartyRole = (role: string): role is PartyRole =>
  partyCollections.some((name) => kinds[name].party === role)

/** The own entries of a reader's menu. */
export const ownMenuOf = (reader: Reader) =>
  collections.flatMap((name) => rows[name].ownMenu ?? []).filter((entry) => entry.reader === reader)

/** The page of a record by its reference, such as `firms/f1`; undefined: there is none. */
export function pageOf(reference: string) {
  const [name, id] = reference.split(/\/(.*)/)
  const collection = collections.find((candidate) => candidate === name)
  return collection && id ? rows[collection].page?.(id) : undefined
}

/** `enterprises/e1`, `firms/f1` or `owners/o1`. */
export function partyOf(me: Me | null) {
  for (const name of partyCollections) {
    const id = me?.[kinds[name].party]
    if (id) return `${name}/${id}`
  }
  return undefined
}
