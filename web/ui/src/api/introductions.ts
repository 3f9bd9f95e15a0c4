import type { Schemas } from './client'

export type IntroductionState = Schemas['IntroductionState']
/** A move that an officer may make, told to officers alone. */
export type Move = Schemas['AllowedMove']
export type Outcome = Schemas['IntroductionOutcome']
export type Side = Schemas['Side']
export type SizeBand = Schemas['SizeBand']
export type Person = Schemas['Person']
export type Consent = Schemas['Consent']
export type Teaser = Schemas['Teaser']
/** One side: what the reader may not know is left out. */
export type Participant = Schemas['Participant']
export type Meeting = Schemas['Meeting']
export type Introduction = Schemas['Introduction']
/** A match that no officer has picked up. */
export type Lead = Schemas['Lead']
export type Load = Schemas['OfficerLoad']
/** Who looks at an introduction now. */
export type Presence = Schemas['Presence']
/** Either the whole board, or the events since the number that was passed. */
export type DeskAnswer = Schemas['DeskAnswer']
export type DeskEvent = Schemas['DeskEvent']
export type Officer = Schemas['Officer']
export type Pin = Schemas['Pin']
export type JournalLine = Schemas['JournalLine']
export type JournalCheck = Schemas['AuditReport']
