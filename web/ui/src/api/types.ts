/** The records of the HTTP and hub contract. A field marked `?` that has no value is left out, never null. */

/** A text as its author wrote it in each language; a language that is left out was not written. */
export interface LocalText {
  en?: string
  zhHant?: string
  zhHans?: string
}

export type Named = string | LocalText

export type Op = 'atLeast' | 'atMost' | 'between' | 'anyOf' | 'is' | 'allows' | 'within' | 'covers'
export type Kind = 'number' | 'date' | 'category' | 'flag' | 'tags' | 'use' | 'point'
export type Strength = 'must' | 'prefer'
export type Outcome = 'met' | 'unmet' | 'unknown'
export type Verdict = 'match' | 'possible' | 'nearMiss' | 'rejected'
export type UseVerdict = 'fits' | 'needsPermission' | 'doesNotFit'
export type Role = 'enterprise' | 'firm' | 'owner' | 'officer' | 'admin'
export type SpaceStatus = 'vacant' | 'held' | 'let'

export interface Point {
  lat: number
  lon: number
}

/** A number in the attribute's unit, a day, a code, a flag, tags, `{use: verdict}` or a place; unknown is absent. */
export type Value = number | string | boolean | string[] | Record<string, UseVerdict> | Point

export interface ListItem {
  code: string
  label: LocalText
  /** Taxonomy terms alone: what else people call it. */
  synonyms?: string[]
}

export interface Attribute {
  code: string
  kind: Kind
  unit?: string
  step?: number
  min?: number | string
  max?: number | string
  /** Days after which a verified value counts as stale. */
  freshDays: number
  label: LocalText
  meaning: string | LocalText
  values?: ListItem[]
  ops: Op[]
}

export interface Board {
  board: string
  label: LocalText
  attributes: Attribute[]
}

export interface Criterion {
  attribute: string
  op: Op
  strength?: Strength
  /** 1 to 10; default 5. */
  weight?: number
  /** Law and safety: never proposed for relaxation. */
  fixed?: boolean
  /** In the attribute's unit or a day; `within`: metres. */
  limit?: number | string
  ideal?: number | string
  min?: number | string
  max?: number | string
  value?: string | boolean
  values?: string[]
  preferred?: string[]
  of?: Point
}

/** The limit, flag, use or code; `between`: both ends; `anyOf`: the codes. */
export type Required = number | string | boolean | string[] | { min: number | string; max: number | string }

export interface Part {
  attribute: string
  op: Op
  strength: Strength
  weight: number
  outcome: Outcome
  /** 0 to 1. */
  utility: number
  stale: boolean
  /** null: unknown. `within`: metres. */
  actual: Value | null
  required: Required
  /** Points of the score that this criterion gives; the shares add up to the score. */
  share: number
}

export interface Match {
  id: string
  verdict: Verdict
  /** 0 to 100, never rounded by the server. */
  score: number
  certainty: number
  unknownMusts: number
  mutual?: number
  members?: string[]
  parts: Part[]
}

export interface RelaxedLimit {
  admits: number
  limit: number | string
}

export interface Relaxation {
  criterion: number
  attribute: string
  count: number
  limits?: RelaxedLimit[]
}

export interface NearMiss {
  criterion: number
  attribute: string
  count: number
  matches: Match[]
}

export interface NearMissReport {
  relaxations?: Relaxation[]
  nearMisses?: NearMiss[]
}

export interface Found extends NearMissReport {
  asOf?: string
  count: number
  matches: Match[]
}

export interface Fact {
  verifiedOn?: string
  source?: string
}

export interface BoardRecord {
  id: string
  name?: Named
  address?: LocalText
  owner?: string
  values: Record<string, Value>
  facts?: Record<string, Fact>
  verifiedOn?: string
  source?: string
  public?: boolean
  sample?: boolean
  version: number
}

export type Building = BoardRecord

/** A local manufacturer; `buildingId` is the building that it stands in. */
export interface Firm extends BoardRecord {
  buildingId?: string
  registrationNumber?: string
}

/** An R&D centre; after `validTo` it is off the board. */
export interface Centre extends BoardRecord {
  validTo?: string
}

/** A need that an enterprise publishes; others than its own people and the office get neither name nor owner. */
export type Opportunity = BoardRecord

export type BoardCode = 'sites' | 'partners' | 'research' | 'opportunities'

/** One code of a taxonomy: a path, narrower than the paths that it begins with. */
export interface Term {
  code: string
  label: LocalText
  synonyms: string[]
  industries: string[]
  /** The code that stands for it since it was renamed or merged. */
  movedTo?: string
}

export interface Taxonomy {
  id: string
  /** Such as `partners.capabilities`. */
  attributes: string[]
  terms: Term[]
  version: number
}

/** A fact of the caller's own record that went stale. */
export interface Question {
  kind: 'firm'
  id: string
  attribute: string
  verifiedOn?: string
  askedAt: string
}

export type DuplicateVerdict = 'new' | 'possibleMatch' | 'match'

export interface Duplicates {
  verdict: DuplicateVerdict
  candidates: { id: string; name?: Named; verdict: DuplicateVerdict; reasons: string[] }[]
}

export interface Enquiry {
  id: string
  owner: string
  board: BoardCode
  text: string
  criteria: Criterion[]
  status: 'open' | 'answered'
  answer?: string
  version: number
}

export interface Space extends BoardRecord {
  unit?: string
  position?: number
  status?: SpaceStatus
  /** What the building states and the space does not. */
  inherited?: Record<string, Value>
}

export interface Owner {
  id: string
  name: Named
  public?: boolean
  version: number
}

export type Digest = 'none' | 'atOnce' | 'daily' | 'weekly'

export interface Demand {
  id: string
  board: BoardCode
  owner: string
  name: Named
  criteria: Criterion[]
  combine?: number
  /** Scores below it raise no events; default 50. */
  notifyAbove?: number
  /** How often its people are told by mail what changed; default none. */
  digest?: Digest
  version: number
}

export interface Page<Item> {
  items: Item[]
  next?: string
}

export interface Me {
  email: string
  role: Role
  enterprise?: string
  firm?: string
  owner?: string
}

export interface Account extends Me {
  version: number
}

export interface Invitation {
  link: string
  expiresAt: string
}

export interface MatchEvent {
  sequence: number
  kind: 'appeared' | 'changed' | 'gone'
  id: string
  match?: Match
}

/** What `Watch` answers: the whole list, or the events since. */
export type Watched =
  | { sequence: number; matches: Match[]; more?: boolean; events?: undefined }
  | { sequence: number; events: MatchEvent[]; matches?: undefined }

/** RFC 9457; `errors` goes from a path such as `criteria[2].limit` to messages in the request's language. */
export interface Problem {
  status: number
  title?: string
  detail?: string
  errors?: Record<string, string[]>
  /** Of a 409: the states that an introduction may come into from where it stands. */
  allowed?: string[]
}
