import type { UpgradeAnswers, UpgradeStep } from '../../upgrade/types'
import type { UpgradeDraft } from '../../upgrade/queries'
import { same } from '../../api/same'

/** As many as a path may have. */
export const mostSteps = 8

/** Whether something was answered from which steps can follow. */
export const isAnswered = ({ level, symptoms, wanted }: UpgradeAnswers) =>
  level !== undefined || symptoms.length > 0 || wanted.length > 0

export const planned = (step: string): UpgradeStep => ({ step, status: 'planned' })

export const added = (steps: readonly UpgradeStep[], step: string): UpgradeStep[] =>
  steps.length >= mostSteps || steps.some((each) => each.step === step) ? [...steps] : [...steps, planned(step)]

export const dropped = (steps: readonly UpgradeStep[], step: string) => steps.filter((each) => each.step !== step)

/** One step with a change; what is undefined in it is left open again. */
export const changed = (
  steps: readonly UpgradeStep[],
  step: string,
  change: { [Field in keyof UpgradeStep]?: UpgradeStep[Field] | undefined },
): UpgradeStep[] => steps.map((each) => (each.step === step ? whole({ ...each, ...change }) : each))

/**
 * One step in the place of its neighbour, before it (-1) or after it (1). Each takes the start that the firm set for
 * the place that it comes to, so that the order is one in time too.
 */
export function moved(steps: readonly UpgradeStep[], step: string, by: -1 | 1): UpgradeStep[] {
  const from = steps.findIndex((each) => each.step === step)
  const to = from + by
  const [mover, other] = [steps[from], steps[to]]
  if (!mover || !other) return [...steps]
  const next = [...steps]
  next[to] = whole({ ...mover, start: other.start })
  next[from] = whole({ ...other, start: mover.start })
  return next
}

/** The first of the month so many months after a day's. */
export function monthAfter(day: string, months: number) {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

/** What others wrote meanwhile, with what was changed here on top. */
export function rebased(before: UpgradeDraft, mine: UpgradeDraft, theirs: UpgradeDraft): UpgradeDraft {
  const answers = { ...theirs.answers, ...differing(before.answers, mine.answers) }
  return {
    answers: whole(answers) as UpgradeAnswers,
    steps: same(before.steps, mine.steps) ? theirs.steps : mine.steps,
    consent: same(before.consent, mine.consent) ? theirs.consent : mine.consent,
    tell: before.tell === mine.tell ? theirs.tell : mine.tell,
  }
}

function differing(before: UpgradeAnswers, mine: UpgradeAnswers): Partial<UpgradeAnswers> {
  const names = ['makes', 'level', 'symptoms', 'wanted'] as const
  return Object.fromEntries(names.filter((name) => !same(before[name], mine[name])).map((name) => [name, mine[name]]))
}

/** Without what is not said. */
export const whole = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== '')) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
