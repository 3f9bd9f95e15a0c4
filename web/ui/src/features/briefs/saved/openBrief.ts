import type { Named } from '../../../api/types'
import type { BriefState } from '../../../brief/address'

/** What anybody may be shown of a Brief: its words as well, unless they may name whose it is. */
export function openBrief(brief: BriefState, owner: Named | undefined): BriefState {
  const words = brief.text.toLowerCase()
  const isNamed = Object.values(owner ?? {}).some((name) => signsOf(name).some((sign) => words.includes(sign)))
  return isNamed ? { ...brief, text: '', skipped: [] } : brief
}

/** What a company is called by in short: the longer words of its name, or its first two characters in Chinese. */
const signsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (/\p{Script=Han}/u.test(word) ? [word.slice(0, 2)] : word.length > 3 ? [word] : []))
