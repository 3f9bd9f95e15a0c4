import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Upgrade, UpgradeAnswers, UpgradeConsent, UpgradeStep } from '../../upgrade/types'
import { same } from '../../api/same'
import { isStale, useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { useLeaveQuestion } from '../../kit/unsaved/useLeaveQuestion'
import { useUnsavedGuard } from '../../kit/unsaved/useUnsavedGuard'
import { draftOf, keptPathKey, readUpgrade, upgradeKey, writeUpgrade, type UpgradeDraft } from '../../upgrade/queries'
import { rebased, whole } from './draft'

type Base = UpgradeDraft & { version: number | undefined }

const baseOf = (kept: Upgrade | null): Base => ({ ...draftOf(kept), version: kept?.version })

const saveAfter = 700 // ms without another answer

/**
 * What a firm answers, which is saved as it goes, and its steps, which wait to be kept. Where somebody else wrote
 * meanwhile, what was changed here stands on top of theirs, and `met` says so.
 */
export function useUpgrade(firm: string, kept: Upgrade | null) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [base, setBase] = useState<Base>(() => baseOf(kept))
  const [answers, setAnswers] = useState<UpgradeAnswers>(base.answers)
  const [edited, setEdited] = useState<UpgradeStep[]>()
  const [met, setMet] = useState(false)
  const { run, busy, saved, error, clear, errors } = useSave()
  const steps = edited ?? base.steps
  const tried = useRef<UpgradeAnswers>(undefined)

  const meet = async (mine: UpgradeDraft) => {
    const theirs = baseOf(await readUpgrade(firm))
    const next = rebased(base, mine, theirs)
    setBase(theirs)
    setAnswers(next.answers)
    setEdited(same(next.steps, theirs.steps) ? undefined : next.steps)
    setMet(true)
  }
  const write = async (sent: UpgradeDraft, version = base.version) => {
    tried.current = sent.answers
    try {
      const written = await writeUpgrade(firm, sent, version)
      // What was typed stands as it was typed, also where the server keeps it without its last blank.
      setBase({ ...baseOf(written), answers: sent.answers })
      cache.setQueryData(upgradeKey(firm), written)
      void cache.invalidateQueries({ queryKey: keptPathKey(firm) })
      return written
    } catch (failure) {
      if (!isStale(failure)) throw failure
      await meet({ answers, steps, consent: base.consent })
      return undefined
    }
  }
  const isUnsaved = !same(answers, base.answers)
  const saveAnswers = () => {
    if (isUnsaved) void run(() => write({ answers, steps: base.steps, consent: base.consent }).then(() => undefined))
  }
  const keep = (next: UpgradeStep[], onKept: () => void) =>
    run(async () => {
      if (!(await write({ answers, steps: next, consent: base.consent }))) return
      setEdited(undefined)
      setMet(false)
      onKept()
    })

  const consentTo = (consent: UpgradeConsent) =>
    run(async () => {
      if (await write({ answers, steps: base.steps, consent })) return
      // Somebody else wrote meanwhile, which says nothing of what the firm lets others see.
      const theirs = await readUpgrade(firm)
      await write({ ...draftOf(theirs), consent }, theirs?.version)
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
  const isDirty = edited !== undefined && !same(edited, base.steps)
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
    kept: base.steps,
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
    consent: base.consent,
    consentTo,
    busy,
    saved,
    met,
    error,
    errors,
  }
}

export type UpgradeEditor = ReturnType<typeof useUpgrade>
