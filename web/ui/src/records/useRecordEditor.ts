import { useState } from 'react'
import { ProblemError } from '../api/client'
import type { RecordStore } from '../api/records'
import type { Fact, Value } from '../api/types'
import { type Conflict, conflictOf, rebased } from './conflict'
import { stamped, withoutFact } from './facts'

interface Editable {
  values: Record<string, Value>
  facts?: Record<string, Fact>
  version: number
}

/** An emptied field, '' or undefined, is taken away: the contract knows no empty values. */
export type Change<T> = { [Field in keyof T]?: T[Field] | '' | undefined }

export function withoutEmpty<T extends object>(record: T) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '' && value !== undefined))
}

/**
 * Edits a copy of one record; on another version it keeps the edits and tells what differs. With a `source` each value
 * that is edited is said by it, today; without one the record's own day and source hold.
 */
export function useRecordEditor<T extends Editable>(
  store: RecordStore<T>,
  start: T,
  onSaved: (record: T) => void,
  source?: string,
) {
  const [base, setBase] = useState(start)
  const [draft, setDraft] = useState(start)
  const [state, setState] = useState<{ error?: unknown; conflict?: Conflict; saved?: boolean; busy?: boolean }>({})
  const set = (change: Change<T>) => {
    setDraft(withoutEmpty({ ...draft, ...change }) as T)
    setState({ ...state, saved: false })
  }
  const setValue = (code: string, value: Value | undefined) => {
    if (value !== undefined) return setValues({ [code]: value })
    const values = { ...draft.values }
    delete values[code]
    set({ values, facts: withoutFact(draft.facts, code) } as Change<T>)
  }
  /** Several values at once, such as those that a chosen building brings, beside other fields. */
  const setValues = (values: Record<string, Value>, change: Change<T> = {}) =>
    set({
      ...change,
      values: { ...draft.values, ...values },
      ...(source && { facts: stamped(draft.facts, Object.keys(values), source) }),
    } as Change<T>)
  const meet = async () => {
    const theirs = await store.read()
    setState({ conflict: conflictOf(base, draft, theirs) })
    setDraft(rebased(base, draft, theirs))
    setBase(theirs)
  }
  const save = async (sent = draft) => {
    setState({ busy: true })
    try {
      // A record without a version is new: its PUT goes without If-Match and creates.
      const saved = await store.write(sent, base.version > 0 ? base.version : undefined)
      setBase(saved)
      setDraft(saved)
      setState({ saved: true })
      onSaved(saved)
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412)
        await meet().catch((failure: unknown) => setState({ error: failure }))
      else setState({ error })
    }
  }
  const dirty = JSON.stringify(base) !== JSON.stringify(draft)
  /** "Still true": what was known is known anew today. Where other edits wait, it waits with them. */
  const confirm = (code: string) => {
    const next = { ...draft, facts: stamped(draft.facts, [code], source) } as T
    setDraft(next)
    return dirty ? undefined : save(next)
  }
  const errors = state.error instanceof ProblemError ? (state.error.problem.errors ?? {}) : {}
  return { draft, set, setValue, setValues, save, confirm, errors, dirty, ...state }
}
