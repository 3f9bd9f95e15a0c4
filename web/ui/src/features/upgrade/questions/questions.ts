import type { UpgradeList } from '../../../upgrade/types'

/** What is asked, in this order: what is made, how, what hurts in each group of symptoms, which steps are wanted. */
export type Question =
  | { kind: 'makes' | 'level' | 'wanted'; key: string }
  | { kind: 'symptoms'; key: string; group: UpgradeList['groups'][number] }

/** A group without symptoms asks nothing. */
export function questionsOf({ groups, symptoms }: UpgradeList): Question[] {
  return [
    { kind: 'makes', key: 'makes' },
    { kind: 'level', key: 'level' },
    ...groups
      .filter(({ code }) => symptoms.some(({ group }) => group === code))
      .map((group): Question => ({ kind: 'symptoms', key: `symptoms ${group.code}`, group })),
    { kind: 'wanted', key: 'wanted' },
  ]
}

/** With a code in the list, or without it; the others keep their order. */
export const toggled = (codes: readonly string[], code: string, on: boolean) =>
  on ? [...codes.filter((each) => each !== code), code] : codes.filter((each) => each !== code)
