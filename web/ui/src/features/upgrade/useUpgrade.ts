import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Upgrade, UpgradeAnswers, UpgradeStep } from '../../upgrade/types'
import { same } from '../../api/same'
import { isStale, useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { useLeaveQuestion } from '../../kit/unsaved/useLeaveQuestion'
import { useUnsavedGuard } from '../../kit/unsaved/useUnsavedGuard'
import { draftOf, keptPathKey, readUpgrade, upgradeKey, writeUpgrade, type UpgradeDraft } from '../../upgrade/queries'
import { rebased, whole } from './draft'

interface Base {
  held: UpgradeDraft
  version: number | undefined
}

const baseOf = (kept: Upgrade | null): Base => ({ held: draftOf(kept), version: kept?.version })

const saveAfter = 700 // ms without another answer

/**
 * What a firm answers, which is saved as it goes, and its steps, which wait to be kept. Where somebody else wrote
 * meanwhile, what was changed here stands on top of theirs, and `met` says so.
 */
export function useUpgrade(firm: string, kept: Upgrade | null) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [base, setBase] = useState<Base>(() => baseOf(kept))
  const { held } = base
  const [answers, setAnswers] = useState<UpgradeAnswers>(held.answers)
  const [edited, setEdited] = useState<UpgradeStep[]>()
  const [met, setMet] = useState(false)
  const { run, busy, saved, error, clear, errors } = useSave()
  const steps = edited ?? held.steps
  const tried = useRef<UpgradeAnswers>(undefined)

  const meet = async (mine: UpgradeDraft) => {
    const theirs = baseOf(await readUpgrade(firm))
    const next = rebased(held, mine, theirs.held)
    setBase(theirs)
    setAnswers(next.answers)
    setEdited(same(next.steps, theirs.held.steps) ? undefined : next.steps)
    setMet(true)
  }
  const write = async (change: Partial<UpgradeDraft>, on = base) => {
    const sent = { ...on.held, answers, ...change }
    tried.current = sent.answers
    try {
      const written = await writeUpgrade(firm, sent, on.version)
      // What was typed stands as it was typed, also where the server keeps it without its last blank.
      setBase({ held: { ...draftOf(written), answers: sent.answers }, version: written.version })
      cache.setQueryData(upgradeKey(firm), written)
      void cache.invalidateQueries({ queryKey: keptPathKey(firm) })
      return written
    } catch (failure) {
      if (!isStale(failure)) throw failure
      await meet({ ...held, answers, steps })
      return undefined
    }
  }
  const isUnsaved = !same(answers, held.answers)
  const saveAnswers = () => {
    if (isUnsaved) void run(() => write({}).then(() => undefined))
  }
  const keep = (next: UpgradeStep[], onKept: () => void) =>
    run(async () => {
      if (!(await write({ steps: next }))) return
      setEdited(undefined)
      setMet(false)
      onKept()
    })

  const choose = (choice: Partial<Pick<UpgradeDraft, 'consent' | 'tell'>>) =>
    run(async () => {
      if (await write(choice)) return
      // Somebody else wrote meanwhile, which says nothing of what the firm lets others see or wants to be told.
      const theirs = baseOf(await readUpgrade(firm))
      await write({ answers: theirs.held.answers, ...choice }, theirs)
    })

  const latest = useRef(saveAnswers)
  useEffect(() => {
    latest.current = saveAnswers
  })
  useEffect(() => {
    if (!isUnsaved || busy || tried.current === answers) return
    const timer = setTimeout(() => latest.current(), saveAfter)
    return () => clearTimeout(timer)
  }, [isUnsaved, busy, answers])
  useEffect(() => {
    const again = () => latest.current()
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      again()
    }
  }, [])
  const isDirty = edited !== undefined && !same(edited, held.steps)
  useLeaveQuestion(isUnsaved)
  useUnsavedGuard(isDirty && !busy, t('unsaved'))

  return {
    answers,
    answer: (change: Partial<UpgradeAnswers>) => {
      setAnswers(whole({ ...answers, ...change }))
      if (!busy) clear()
    },
    saveAnswers,
    isUnsaved,
    kept: held.steps,
    steps,
    setSteps: (next: UpgradeStep[]) => {
      setEdited(next)
      if (!busy) clear()
    },
    isDirty,
    undo: () => {
      setEdited(undefined)
      setMet(false)
    },
    keep,
    consent: held.consent,
    tell: held.tell,
    choose,
    busy,
    saved,
    met,
    error,
    errors,
  }
}

export type UpgradeEditor = ReturnType<typeof useUpgrade>
