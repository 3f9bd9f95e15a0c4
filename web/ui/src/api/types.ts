import type { Schemas } from './client'

/** The records of the contract by the page's names for them; what each holds is the OpenAPI document's. */

export type { Problem } from './client'

/** A text as its author wrote it: bare, or one for each language. A language without a text is left out. */
export type Named = Schemas['LocalText']
/** A text with its languages. */
export type LocalText = Exclude<Named, string>

/** A text by its languages; a bare text stands for the author's own, Traditional Chinese. */
export const localized = (text: Named | undefined): LocalText =>
  typeof text === 'string' ? { zhHant: text } : (text ?? {})

export type Op = Schemas['Op']
export type Kind = Schemas['AttributeKind']
export type Strength = Schemas['Strength']
export type Outcome = Schemas['Outcome']
export type Verdict = Schemas['Verdict']
export type UseVerdict = Schemas['UseVerdict']
export type Role = Schemas['Role']
export type SpaceStatus = Schemas['SpaceStatus']
export type Gate = Schemas['Gate']
export type UseOfSpace = Schemas['UseOfSpace']
export type Machine = Schemas['Machine']
export type PathStep = Schemas['PathStep']
export type Waiver = Schemas['Waiver']
export type Point = Schemas['PointValue']
export type Value = Schemas['Value']

export type ListItem = Schemas['ListEntry']
/** `board`: on which it stands; left out where that is not known. */
export type Attribute = Schemas['BoardAttribute'] & { board?: BoardCode }
export type Board = Schemas['Board']
export type BoardCode = Schemas['Demand']['board']

/** A criterion as somebody writes it: strength and weight may be left out. */
export type Criterion = Schemas['CriterionInput']
export type Required = Schemas['Required']
export type Part = Schemas['Part']
export type Match = Schemas['Match']
export type RelaxedLimit = Schemas['RelaxedLimit']
export type Relaxation = Schemas['Relaxation']
export type NearMiss = Schemas['NearMiss']
export type NearMissReport = Partial<Schemas['NearMissReport']>
export type Found = Schemas['AdHocAnswer']

export type Fact = Schemas['Fact']
/** What every record with a place on a board has. */
export type BoardRecord = Schemas['Building'] | Schemas['Firm'] | Schemas['Centre'] | Schemas['Opportunity']
export type Building = Schemas['Building']
export type Firm = Schemas['Firm']
export type Centre = Schemas['Centre']
export type Opportunity = Schemas['Opportunity']
export type Space = Schemas['Space']
export type Owner = Schemas['Owner']
export type Enterprise = Schemas['Enterprise']

export type Term = Schemas['Term']
export type Taxonomy = Schemas['TaxonomyRevision']
export type Question = Schemas['Question']
export type DemandQuestion = Schemas['DemandQuestion']
export type DuplicateVerdict = Schemas['DuplicateVerdict']
export type Duplicates = Schemas['DuplicateReport']
export type Enquiry = Schemas['Enquiry']
export type Digest = Schemas['DigestRhythm']
export type Brief = Schemas['Brief']
export type Demand = Schemas['Demand']
export type Shortlist = Schemas['Shortlist']
export type Visit = Schemas['Visit']
export type SheetItem = Schemas['SheetItem']
export type SheetMember = Schemas['SheetMember']
export type ItemSince = Schemas['ItemSince']

export interface Page<Item> {
  items: Item[]
  next?: string
}

export type Me = Schemas['Me']
export type Account = Schemas['Account']
export type AccountSettings = Schemas['AccountSettings']
export type FactorOffer = Schemas['FactorOffer']
export type OwnSession = Schemas['OwnSession']
export type OwnPasskey = Schemas['OwnPasskey']
/** An account as the people of its party, and the officers who check it, see it. */
export type PartyAccount = Schemas['PartyAccount']

export type MatchEvent = Schemas['MatchEvent']
/** What `Watch` answers: the whole list, or the events since. */
export type Watched = Schemas['WatchAnswer']
