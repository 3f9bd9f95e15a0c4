import type { BoardCode, Me } from '../api/types'
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
  /** Its records are parties: sides of introductions and owners of records. */
  isParty?: true
  /** The role of its people, which is also the field of an account that names the party; left out: it has no people. */
  role?: 'enterprise' | 'firm' | 'owner'
  /** The office edits its records on the pages that all listings share. */
  listing?: ListingRow
}

/** A kind of listing that the office edits. */
export interface ListingRow {
  board: BoardCode
  /** Where its texts stand. */
  texts: string
  /** What the list says of a record. */
  shown: readonly string[]
  /** A record is matched until a day. */
  ends?: true
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
    isParty: true,
    role: 'firm',
  },
  centres: {
    page: under('centres'),
    inOfficeMenu: true,
    inFiles: true,
    isParty: true,
    listing: { board: 'research', texts: 'centre', shown: ['platform', 'fields'], ends: true },
  },
  opportunities: {
    page: under('needs'),
    ownPage: under('needs'),
    ownMenu: { reader: 'enterprise', key: 'ownNeeds', path: 'needs' },
  },
  enterprises: { page: under('enterprises'), inOfficeMenu: true, isParty: true, role: 'enterprise' },
  owners: { isParty: true, role: 'owner' },
} as const satisfies Record<string, KindRow>

export type Collection = keyof typeof kinds
type With<Part> = { [C in Collection]: (typeof kinds)[C] extends Part ? C : never }[Collection]
export type FileCollection = With<{ inFiles: true }>
export type ListingCollection = With<{ listing: object }>
export type PartyCollection = With<{ isParty: true }>
export type PartyRole = NonNullable<KindRow['role']>
/** The collections whose records stand on a board. */
export type ProfileCollection = 'spaces' | 'firms' | 'centres' | 'opportunities'

const rows: Record<Collection, KindRow> = kinds
const collections = Object.keys(kinds) as Collection[]
const having = <C extends Collection>(has: (row: KindRow) => unknown) =>
  collections.filter((name): name is C => Boolean(has(rows[name])))

export const listingOf = (collection: ListingCollection): ListingRow => kinds[collection].listing
export const rowOf = (collection: Collection) => rows[collection]
export const officeCollections = having(({ inOfficeMenu }) => inOfficeMenu)
export const fileCollections = having<FileCollection>(({ inFiles }) => inFiles)
export const listingCollections = having<ListingCollection>(({ listing }) => listing)
export const partyCollections = having<PartyCollection>(({ isParty }) => isParty)
const peopled = having<With<{ role: PartyRole }>>(({ role }) => role)

/** The collection of the parties that accounts of that role belong to. */
export const partyCollection = (role: PartyRole) => peopled.find((name) => kinds[name].role === role)!
export const isPartyRole = (role: string): role is PartyRole => peopled.some((name) => kinds[name].role === role)

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
  for (const name of peopled) {
    const id = me?.[kinds[name].role]
    if (id) return `${name}/${id}`
  }
  return undefined
}
