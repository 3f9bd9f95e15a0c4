import type { RuleVersion } from '../../../api/programmes'

export const money = ['leastCost', 'leastOwn', 'capPerProject', 'cap', 'living'] as const
export const whole = ['atOnce', 'inAll', 'peopleAtOnce', 'people', 'monthsInAll', 'monthsEach'] as const
export type NumberName = (typeof money)[number] | (typeof whole)[number]

/** The limits that a rule of that shape can have. */
export const limitsOf: Record<string, NumberName[]> = {
  matchingGrant: ['leastCost', 'leastOwn', 'capPerProject', 'cap', 'atOnce', 'inAll'],
  training: ['cap'],
  accelerator: ['cap'],
  personMonths: ['peopleAtOnce', 'people', 'monthsInAll', 'monthsEach', 'living'],
  quota: [],
}

export const needable = [
  'incorporatedInHongKong',
  'manufacturer',
  'strategicIndustry',
  'subvented',
  'listed',
  'newSmartProductionInHongKong',
  'highEndTechnology',
  'approvedNiasProject',
  'startUpServiceInstitution',
  'acceleratorBaseInHongKong',
] as const

export const isMoney = (name: NumberName) => (money as readonly string[]).includes(name)

/** The numbers that a version states, in the order in which they are read. */
export const numbersOf = (version: RuleVersion) =>
  [...money, ...whole].flatMap((name) =>
    version[name] === undefined ? [] : [{ name, value: version[name], isMoney: isMoney(name) }],
  )

/**
 * With another version after the last: it begins on the day after the last one's end, or on that day where it had none.
 */
export function withNext(versions: RuleVersion[], today: string): RuleVersion[] {
  const last = versions.at(-1)
  if (!last) return versions
  const from = last.to ? dayAfter(last.to) : dayAfter(today > last.from ? today : last.from)
  return [...versions.slice(0, -1), { ...last, to: last.to ?? dayBefore(from) }, open({ ...last, from })]
}

const open = (version: RuleVersion) => {
  delete version.to
  return version
}

const moved = (day: string, days: number) => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
const dayAfter = (day: string) => moved(day, 1)
const dayBefore = (day: string) => moved(day, -1)
