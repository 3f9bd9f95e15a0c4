import { useState } from 'react'
import { ProblemError } from '../../../api/client'
import { same } from '../../../api/same'
import type { UpgradePath } from '../../../upgrade/types'
import { useDebounced } from '../../../kit/useDebounced'
import { useUpgradePath } from '../../../upgrade/queries'
import { planned } from '../draft'
import type { UpgradeEditor } from '../useUpgrade'

/** The path of what stands on the screen; where the firm chose no step yet, that of the steps that are recommended. */
export function usePath(firm: string, { answers, steps: chosen, kept, isDirty }: UpgradeEditor) {
  const asked = useDebounced(answers, 400)
  const isProposal = !isDirty && kept.length === 0
  const suggested = useUpgradePath(firm, { answers: asked, steps: [] }, isProposal)
  const steps = isProposal
    ? (suggested.data?.suggestions.filter(({ recommended }) => recommended).map(({ step }) => planned(step)) ?? [])
    : chosen
  const settled = useDebounced(steps, 300)
  const isSettled = isProposal || same(settled, steps)
  const shown = isSettled ? steps : settled
  const answer = useUpgradePath(firm, { answers: asked, steps: shown }, !isProposal || suggested.data !== undefined)
  const before = useUpgradePath(firm, { answers: asked, steps: kept }, isDirty && kept.length > 0)
  // What was refused leaves the last answer on the screen.
  const [path, setPath] = useState<UpgradePath>()
  const found = answer.isPlaceholderData ? undefined : answer.data
  if (found && found !== path) setPath(found)
  const { error } = answer
  return {
    path,
    before: isDirty && kept.length > 0 ? before.data : undefined,
    steps,
    isProposal,
    isWorking: answer.isFetching || !isSettled,
    error: error ?? suggested.error,
    problems: error instanceof ProblemError ? error.errors : {},
  }
}
