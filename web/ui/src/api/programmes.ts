import type { LocalText, Value, Verdict } from './types'

export type ProgrammeVerdict = 'eligible' | 'conditional' | 'ineligible' | 'informationOnly'
export type ProjectKind = 'smartLine' | 'newFacility'
export type TalentScheme = 'rth' | 'rth-nias'
export type Degree = 'bachelor' | 'master' | 'doctor'

export interface Programme {
  id: string
  kind: 'funding' | 'talent' | 'training' | 'equity' | 'startUps' | 'research' | 'office' | 'place'
  shape: string
  shortName: string
  name: LocalText
  body?: LocalText
  summary: LocalText
  paragraphs: number[]
  sources: string[]
  toCheck?: LocalText
  versions: RuleVersion[]
}

export interface Source {
  code: string
  title: string
  address?: string
}

export interface ProgrammeList {
  items: Programme[]
  sources: Source[]
  readings: { threshold: 'A' | 'B' | 'C'; half: 'A' | 'B' }
}

export interface Condition {
  id: string
  outcome: 'met' | 'unmet' | 'unknown'
  actual?: Value
  required?: Value
  shortfall?: number
  text: LocalText
  source: string
}

export interface Answer {
  id: string
  version?: string
  verdict: ProgrammeVerdict
  amount?: number
  cap?: number
  conditions: Condition[]
  projects?: { id: string; amount?: number; verdict: ProgrammeVerdict }[]
  changesOn?: { on: string; verdict: ProgrammeVerdict; amount?: number }[]
  readings?: { point: string; reading: string; verdict: ProgrammeVerdict; amount?: number }[]
}

export interface Assessment {
  on: string
  programmes: Answer[]
  package: { total: number; items: { programme: string; amount: number; projects?: string[] }[] }
  asks: string[]
}

export interface Project {
  id: string
  kind: ProjectKind
  approvedCost: number
}

/** What an applicant says; what is absent is unknown. */
export interface Facts {
  incorporatedInHongKong?: boolean
  manufacturer?: boolean
  strategicIndustry?: string
  subvented?: boolean
  listed?: boolean
  newSmartProductionInHongKong?: boolean
  highEndTechnology?: boolean
  projects?: Project[]
  liveNifsProjects?: number
  previousNiasGrants?: number
  previousNiasProjects?: number
  approvedNiasProject?: boolean
  researchTalents?: { degree: Degree; months: number; scheme: TalentScheme; monthlySalary?: number }[]
  talentsAtOnce?: number
  trainingCosts?: number
  trainingGrantsThisYear?: number
}

export interface Applicant {
  id: string
  facts: Facts
  tell?: boolean
  version: number
}

export interface KeptAssessment {
  applicant?: Applicant
  facts: Facts
  assessment: Assessment
}

/** One dated version of a rule; a number that is absent is no limit. */
export interface RuleVersion {
  from: string
  to?: string
  source: string
  needs: { fact: string; yes: boolean; source: string }[]
  project?: ProjectKind
  government: number
  applicant: number
  capPerProject?: number
  cap?: number
  atOnce?: number
  inAll?: number
  leastCost?: number
  leastOwn?: number
  peopleAtOnce?: number
  people?: number
  monthsInAll?: number
  monthsEach?: number
  salaries: number[]
  living?: number
}

export interface Edition {
  id: string
  versions: RuleVersion[]
  version: number
}

export interface ShortAnswer {
  verdict: ProgrammeVerdict
  amount?: number
}

export interface AnswerChange {
  programme: string
  before?: ShortAnswer
  now: ShortAnswer
}

export interface RulePreview {
  on: string
  looked: number
  count: number
  changed: { enterprise: string; name?: LocalText; changes: AnswerChange[] }[]
}

export interface Pick {
  demand: string
  demandName?: LocalText
  id: string
  name?: LocalText
  address?: LocalText
  verdict: Verdict
  score: number
}

export interface SiteCost {
  months: number
  monthly?: number
  overLease?: number
  tooShort: boolean
  production?: 'fits' | 'needsPermission' | 'doesNotFit'
  availableFrom?: string
  unknown: string[]
}

export interface NetCost {
  site?: number
  projects: number
  training: number
  grants: number
  people: number
  net?: number
}

export interface LandingOption {
  site: Pick
  cost: SiteCost
  assessedOn: string
  assessment: Assessment
  net: NetCost
}

export interface LandingPackage {
  enterprise: string
  name?: LocalText
  on: string
  months: number
  options: LandingOption[]
  partners: Pick[]
  centres: Pick[]
  facts: Facts
  lacks: string[]
}
