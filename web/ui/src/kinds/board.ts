import type { Criterion } from '../api/types'
import type { ProfileCollection } from './kinds'
import type { Reader } from './readers'

export interface Example {
  key: string
  criteria: Criterion[]
}

/** Attributes under a heading: its key, and their codes. */
export type Group = [key: string, codes: string[]]

/** What the page knows of a board beside its attributes, which the server describes. */
export interface BoardRow {
  /** The collection of its profiles. */
  collection: ProfileCollection
  /** Who finds the board in the menu. Where visitors do, its page needs no account. */
  menu: readonly Reader[]
  /** Whose people write standing demands on it. */
  seekers: readonly ('enterprise' | 'firm')[]
  /** Its profiles are parts of buildings, and several may be taken together. */
  inBuildings?: true
  /** Where this attribute is a must, adjacent profiles may be taken together to meet it. */
  combinedBy?: string
  /** A profile without a name that the reader may know goes by an alias made of its id. */
  anonymous?: true
  /** Its profiles have a place on the map. */
  mapped?: true
  /** A match has a mutual score: the other side states wishes too. */
  mutual?: true
  /** A match is shown with what the reader's own firm offers for it. */
  comparesOwn?: true
  /** Several of its profiles may take a demand's work together. */
  inConsortia?: true
  /** Where nothing is found, the office may be asked. */
  asksOffice?: true
  /** The attributes by which its rows differ at a glance. */
  keyAttributes: readonly string[]
  /** The numbers and days that its lists are narrowed by most, beside what a requirement names. */
  filters: readonly string[]
  /** The same of what is chosen from a list. */
  choices: readonly string[]
  /** Attributes whose tags run out on a day. */
  datedTags?: readonly string[]
  /** Its attributes by what they are about, in the order of forms. */
  groups: readonly Group[]
  /** Requirements to begin from; the first is what a first visitor sees. */
  examples: readonly Example[]
}
