import type { Schemas } from '../api/client'

export type UpgradeList = Schemas['UpgradeSteps']
export type UpgradeStepInfo = Schemas['UpgradeStep']
/** What a firm keeps. */
export type Upgrade = Schemas['Upgrade']
/** What a firm answered; an empty list where it answered nothing. */
export type UpgradeAnswers = Schemas['UpgradeAnswers'] & { symptoms: string[]; wanted: string[] }
/** What a firm lets others see of its plan. */
export type UpgradeConsent = Schemas['UpgradeConsent']
/** A step as the firm set it. */
export type UpgradeStep = Schemas['ChosenStep']
/** A step as it follows: when, who, for how much, and what it opens. */
export type PathStep = Schemas['DrawnStep']
/** What a firm says of its unit and of what its machines need. */
export type PlaceNeeds = Schemas['PlaceNeeds']
/** Where steps could be taken. */
export type Place = Schemas['PlaceOption']
export type UpgradeNews = Schemas['PathNews']
/** Who pays for a step. */
export type StepPayer = Schemas['StepPayer']
export type UpgradePath = Schemas['DrawnPath']
export type Suggestion = Schemas['UpgradeSuggestion']
/** A firm or a centre that can help. */
export type Scored = Schemas['PathPartner']
