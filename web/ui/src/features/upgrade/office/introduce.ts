import { api, ProblemError } from '../../../api/client'
import { readAll } from '../../../api/pages'
import { same } from '../../../api/same'
import type { BoardCode, Criterion } from '../../../api/types'
import { buildersCriteria, centresCriteria } from '../../../upgrade/links'
import type { PathStep, Scored, UpgradeStepInfo } from '../../../upgrade/types'

/** Somebody whom the office could introduce for a step, and the requirement for which they stand. */
export interface Meeting {
  step: string
  /** What they could do for it. */
  role: 'builds' | 'invents'
  board: BoardCode
  criteria: Criterion[]
  who: Scored
}

/** Everybody whom the steps name: who builds each, then who has the technology. */
export const meetingsOf = (
  steps: readonly PathStep[],
  infoOf: (step: string) => UpgradeStepInfo | undefined,
): Meeting[] =>
  steps
    .filter(({ status }) => status !== 'done')
    .flatMap(({ step, builders, centres }) => {
      const info = infoOf(step)
      return [
        ...builders.map((who): Meeting => ({
          step,
          role: 'builds',
          board: 'partners',
          criteria: buildersCriteria(info),
          who,
        })),
        ...centres.map((who): Meeting => ({
          step,
          role: 'invents',
          board: 'research',
          criteria: centresCriteria(info),
          who,
        })),
      ]
    })

export const keyOf = ({ step, board, who }: Meeting) => `${step} ${board} ${who.id}`

/** How asking for one introduction went. */
export interface Asked {
  meeting: Meeting
  /** The introduction; undefined: there is none by this. */
  id?: string
  /** The two sides have an open one already. */
  isOpen?: boolean
  error?: unknown
}

/**
 * Asks for each introduction by itself, so that one that is refused keeps no other from being asked for. A standing
 * requirement of the firm that asks the same is used; otherwise one is saved under the step's name.
 */
export async function askFor(owner: string, meetings: readonly Meeting[], nameOf: (step: string) => string) {
  const held = (await readAll('/api/demands')).filter((demand) => demand.owner === owner)
  const asked: Asked[] = []
  for (const meeting of meetings) {
    const { board, criteria, step, who } = meeting
    try {
      let demand = held.find((one) => one.board === board && same(one.criteria, criteria))
      if (!demand)
        held.push((demand = await api.post('/api/demands', { body: { board, owner, name: nameOf(step), criteria } })))
      const made = await api.post('/api/introductions', { body: { demand: demand.id, match: who.id } })
      asked.push({ meeting, id: made.id })
    } catch (error) {
      const isOpen = error instanceof ProblemError && error.status === 409
      asked.push({ meeting, ...(isOpen ? { isOpen } : { error }) })
    }
  }
  return asked
}
