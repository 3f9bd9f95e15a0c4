import type { Assessment, Degree, Facts, Programme, Project, TalentScheme } from '../api/programmes'

export const flags = [
  'incorporatedInHongKong',
  'manufacturer',
  'newSmartProductionInHongKong',
  'highEndTechnology',
  'subvented',
  'listed',
  'approvedNiasProject',
] as const
export const counts = [
  'liveNifsProjects',
  'previousNiasProjects',
  'previousNiasGrants',
  'talentsAtOnce',
  'trainingCosts',
  'trainingGrantsThisYear',
] as const
/** Of an institution that runs an accelerator: asked of nobody who does not say that it is one. */
export const acceleratorFlags = ['startUpServiceInstitution', 'acceleratorBaseInHongKong'] as const
export const acceleratorCounts = ['acceleratorCost', 'acceleratorContribution', 'previousAcceleratorGrants'] as const
export const industries = ['lifeAndHealth', 'aiAndData', 'advancedManufacturingNewEnergy', 'other'] as const
export const degrees = ['bachelor', 'master', 'doctor'] as const

export type Flag = (typeof flags)[number] | (typeof acceleratorFlags)[number]
export type Count = (typeof counts)[number] | (typeof acceleratorCounts)[number]

/** Talents who are alike. */
export interface Talents {
  scheme: TalentScheme
  degree: Degree
  count: number
  months: number
  /** HK$; absent: at least the programme's ceiling. */
  monthlySalary?: number
}

/** What the reader has said so far. What is absent was not said; lists that are empty say that there are none. */
export interface Said {
  on: string
  flags: Partial<Record<Flag, boolean>>
  counts: Partial<Record<Count, number>>
  industry?: NonNullable<Facts['strategicIndustry']>
  projects?: Project[]
  talents?: Talents[]
}

const mostTalents = 200

/** The request for an assessment of what was said. */
export function requestOf(said: Said) {
  return { on: said.on, facts: factsOf(said) }
}

export function factsOf({ flags, counts, industry, projects, talents }: Said): Facts {
  const facts: Facts = { ...flags, ...counts }
  if (industry) facts.strategicIndustry = industry
  if (projects) facts.projects = projects
  if (talents)
    facts.researchTalents = talents.flatMap(({ count, ...each }) =>
      Array.from({ length: Math.min(Math.max(0, count), mostTalents) }, () => each),
    )
  return facts
}

/** What was said, from the facts that were kept of it. */
export function saidOf(on: string, facts: Facts): Said {
  const known = <K extends keyof Facts>(names: readonly K[]) =>
    Object.fromEntries(names.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]]))
  return {
    on,
    flags: known([...flags, ...acceleratorFlags]),
    counts: known([...counts, ...acceleratorCounts]),
    ...(facts.strategicIndustry && { industry: facts.strategicIndustry }),
    ...(facts.projects && { projects: facts.projects }),
    ...(facts.researchTalents && { talents: alike(facts.researchTalents) }),
  }
}

function alike(each: NonNullable<Facts['researchTalents']>): Talents[] {
  const rows = new Map<string, Talents>()
  for (const talent of each) {
    const key = JSON.stringify([talent.scheme, talent.degree, talent.months, talent.monthlySalary])
    rows.set(key, { ...talent, count: (rows.get(key)?.count ?? 0) + 1 })
  }
  return [...rows.values()]
}

/** Whether anything was said of an institution that runs an accelerator. */
export const isAccelerator = ({ flags: yes, counts: numbers }: Said) =>
  acceleratorFlags.some((flag) => yes[flag] !== undefined) ||
  acceleratorCounts.some((count) => numbers[count] !== undefined)

/** Whether it runs an accelerator, as the reader says; who runs none has nothing said of one. */
export function withAccelerator(said: Said, runs: boolean): Said {
  if (runs) return { ...said, flags: { ...said.flags, startUpServiceInstitution: true } }
  const without = <T extends object>(all: T, names: readonly string[]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))) as T
  return { ...said, flags: without(said.flags, acceleratorFlags), counts: without(said.counts, acceleratorCounts) }
}

/** For whom somebody looks: which programmes come first. */
export const audiences = ['everybody', 'enterprise', 'manufacturer', 'startUp', 'research'] as const
export type Audience = (typeof audiences)[number]

const helps: Record<Exclude<Audience, 'everybody'>, Programme['kind'][]> = {
  enterprise: ['funding', 'talent', 'training', 'office', 'place', 'equity'],
  manufacturer: ['funding', 'training', 'talent', 'research'],
  startUp: ['startUps', 'equity', 'place'],
  research: ['research', 'talent'],
}

export const isFor = (audience: Audience, { kind }: Programme) =>
  audience === 'everybody' || helps[audience].includes(kind)

export interface Part {
  programme: string
  /** What the projects cost; what the programme gives is a part of it. */
  cost: number
  grant: number
}

/** The best package's grants beside what their projects cost, and what no programme takes. */
export function partsOf(projects: Project[], assessment: Assessment): { parts: Part[]; without: number } {
  const costOf = (ids: string[]) =>
    projects.filter(({ id }) => ids.includes(id)).reduce((sum, { approvedCost }) => sum + approvedCost, 0)
  const funded = assessment.package.items.filter((item) => item.projects)
  const taken = funded.flatMap((item) => item.projects ?? [])
  return {
    parts: funded.map(({ programme, amount, projects: ids }) => ({
      programme,
      cost: costOf(ids ?? []),
      grant: amount,
    })),
    without: costOf(projects.map(({ id }) => id).filter((id) => !taken.includes(id))),
  }
}

/**
 * What comes before what: a company, then programmes that stand open, then those that need an approved NIAS project
 * first.
 */
export interface Step {
  kind: 'incorporate' | 'apply' | 'afterNias'
  programmes: string[]
}

export function stepsOf({ programmes }: Assessment): Step[] {
  const open = programmes.filter(({ verdict }) => verdict === 'eligible' || verdict === 'conditional')
  const lacks = (fact: string) =>
    open
      .filter(({ conditions }) => conditions.some(({ id, outcome }) => id === fact && outcome === 'unmet'))
      .map(({ id }) => id)
  const later = lacks('approvedNiasProject')
  const steps: Step[] = [
    { kind: 'incorporate', programmes: lacks('incorporatedInHongKong') },
    { kind: 'apply', programmes: open.map(({ id }) => id).filter((id) => !later.includes(id)) },
    { kind: 'afterNias', programmes: later },
  ]
  return steps.filter(({ programmes: them }) => them.length > 0)
}

/** A next project's id that no other has. */
export function nextId(projects: Project[]) {
  for (let n = projects.length + 1; ; n++) if (!projects.some(({ id }) => id === `${n}`)) return `${n}`
}

/** With a value in its place; without it where there is none. */
export function put<T extends object, K extends keyof T>(object: T, name: K, value: T[K] | undefined): T {
  return Object.fromEntries(Object.entries({ ...object, [name]: value }).filter(([, one]) => one !== undefined)) as T
}
