import { useMemo } from 'react'
import type { UpgradeList } from '../../upgrade/types'
import { useProgrammeName, useProgrammes } from '../../funding/useProgrammes'
import { useWords } from '../../i18n/i18n'
import { useUpgradeList } from '../../upgrade/queries'

const none: UpgradeList = {
  version: 0,
  steps: [],
  withdrawn: [],
  symptoms: [],
  groups: [],
  dimensions: [],
  levels: [],
  rates: [],
}

/** A dated share of a cost. */
export interface Rule {
  from: string
  to?: string
  government: number
  applicant: number
  /** HK$; left out: no limit is known. */
  capPerProject?: number
  cap?: number
  /** The code of a source. */
  source: string
}

/** The names of what a path speaks of, in the reader's language; a code stands for itself while its name is read. */
export function usePathWords() {
  const { text } = useWords()
  const { data: list = none } = useUpgradeList()
  const { data: programmes } = useProgrammes()
  const programmeName = useProgrammeName()
  return useMemo(() => {
    const steps = new Map([...list.withdrawn, ...list.steps].map((step) => [step.id, step]))
    const symptoms = new Map(list.symptoms.map(({ code, name }) => [code, name]))
    const known = new Map(programmes?.items.map((programme) => [programme.id, programme]))
    return {
      list,
      stepOf: (id: string) => steps.get(id),
      stepName: (id: string) => text(steps.get(id)?.name) || id,
      symptomName: (code: string) => text(symptoms.get(code)) || code,
      programmeName,
      /** What a programme shares of a cost, by days: its own rule, else what another page says; empty: unknown. */
      rulesOf: (id: string): Rule[] =>
        known.get(id)?.shape === 'matchingGrant'
          ? known.get(id)!.versions
          : list.rates.filter(({ programme }) => programme === id),
      sourceOf: (code: string) => programmes?.sources.find((source) => source.code === code),
    }
  }, [list, programmes, programmeName, text])
}

export type PathWords = ReturnType<typeof usePathWords>
