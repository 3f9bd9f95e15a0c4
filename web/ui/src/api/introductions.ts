import type { BoardCode, Criterion, LocalText, Named, Value, Verdict } from './types'

export type IntroductionState =
  'suggested' | 'offered' | 'agreed' | 'introduced' | 'underway' | 'concluded' | 'declined' | 'expired'
export type Outcome = 'landed' | 'contracted' | 'collaborating' | 'noFit' | 'notReachable' | 'withdrawn'
export type Side = 'seeker' | 'counterpart'
export type SizeBand = 'micro' | 'small' | 'medium' | 'large'

/** Each field may be left out. */
export interface Person {
  name?: string
  email?: string
  phone?: string
}

export interface Consent {
  at: string
  by: string
  through: 'account' | 'mail'
  contact?: Person
}

/** What is told of a side before names are. */
export interface Teaser {
  industry?: string
  size?: SizeBand
  needs?: Criterion[]
  offers?: Record<string, Value>
}

/** One side: what the reader may not know is left out. */
export interface Participant {
  party?: string
  name?: Named
  alias: LocalText
  teaser?: Teaser
  consent?: Consent
  mailbox?: string
  details?: { name?: Named; address?: Named; people: Person[] }
}

export interface Meeting {
  id: string
  kind: 'meeting' | 'siteVisit' | 'trial'
  at: string
  minutes: number
  place: string
  people: string[]
  revision: number
  note?: string
}

export interface Introduction {
  id: string
  demand?: string
  demandName?: Named
  match?: string
  matchName?: Named
  board: BoardCode
  state: IntroductionState
  askedBy?: Side
  officer?: string
  seeker: Participant
  counterpart: Participant
  score?: number
  verdict?: Verdict
  createdAt: string
  movedAt: string
  movedBy?: string
  offeredAt?: string
  releasedAt?: string
  holder: 'officer' | 'both' | Side | 'nobody'
  overdue?: boolean
  dueOn?: string
  meetings: Meeting[]
  outcome?: Outcome
  reason?: string
  override?: string
  aftercareOn?: string
  /** How the company was looked after so far. */
  aftercare?: { at: string; by: string; note: string }[]
  version: number
}

/** A match that no officer has picked up. */
export interface Lead {
  key: string
  board: BoardCode
  demand: string
  demandName?: Named
  seeker?: string
  seekerName?: Named
  match: string
  matchName?: Named
  score: number
  verdict: Verdict
  at: string
}

export interface Load {
  officer: string
  open: number
  waiting: number
  absentUntil?: string
  standIn?: string
}

/** Who looks at an introduction now. */
export interface Presence {
  introduction: string
  officers: string[]
}

/** Either the whole board, or the events since the number that was passed. */
export interface DeskAnswer {
  sequence: number
  introductions?: Introduction[]
  leads?: Lead[]
  officers?: Load[]
  presence?: Presence[]
  events?: DeskEvent[]
}

export interface DeskEvent {
  sequence: number
  introduction?: Introduction
  gone?: string
  lead?: Lead
  leadGone?: string
  by?: string
  at?: string
}

export interface Officer {
  id: string
  absences: { from: string; to: string; standIn?: string }[]
  interests: string[]
  version: number
}

/** A place on a demand's list that two officers gave by hand. */
export interface Pin {
  id: string
  demand: string
  match: string
  kind: 'pin' | 'demote'
  reason: string
  proposedBy: string
  /** Left out: it waits for a second officer. */
  approvedBy?: string
  version: number
}

/** One entry of the journal; values are JSON. */
export interface JournalLine {
  at: string
  actor: string
  kind: string
  id: string
  version: number
  action: 'create' | 'change' | 'delete' | 'clearance' | 'view'
  changes: { path: string; before?: string; after?: string }[]
}

export interface JournalCheck {
  whole: boolean
  firstBad?: number
  missing?: boolean
}
