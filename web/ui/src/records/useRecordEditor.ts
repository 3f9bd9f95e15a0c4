import { useState } from 'react'
import type { RecordStore } from '../api/records'
import type { Fact, Value } from '../api/types'
import { isStale, useSave } from '../api/useSave'
import { type Conflict, conflictOf, rebased } from './conflict'
import { useWords } from '../i18n/i18n'
import { useUnsavedGuard } from '../kit/unsaved/useUnsavedGuard'
import { stamped, withoutFact } from './facts/facts'

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
 * Edits a copy of one record. On another version the edits stay, and `conflict` names the fields that differ. With a
 * `source`, each edited value carries that source and today; otherwise the record keeps its own source and day.
 */
export function useRecordEditor<T extends Editable>(
  store: RecordStore<T>,
  start: T,
  onSaved: (record: T) => void,
  source?: string,
) {
  const [base, setBase] = useState(start)
  const [draft, setDraft] = useState(start)
  // A save that met another version ends with what differs.
  const { run, clear, saved, result: conflict, busy, error, errors } = useSave<Conflict | undefined>()
  const set = (change: Change<T>) => {
    setDraft(withoutEmpty({ ...draft, ...change }) as T)
    if (saved && !conflict) clear()
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
    setDraft(rebased(base, draft, theirs))
    setBase(theirs)
    return conflictOf(base, draft, theirs)
  }
  const write = async (sent: T) => {
    try {
      // A record without a version is new: its PUT goes without If-Match and creates.
      const written = await store.write(sent, base.version > 0 ? base.version : undefined)
      setBase(written)
      setDraft(written)
      onSaved(written)
    } catch (failure) {
      if (isStale(failure)) return meet()
      throw failure
    }
  }
  const save = (sent = draft) => run(() => write(sent))
  const dirty = JSON.stringify(base) !== JSON.stringify(draft)
  useUnsavedGuard(dirty && !busy, useWords().t('unsaved'))
  /** "Still true": the value is known as of today. With unsaved edits, the confirmation waits for their save. */
  const confirm = (code: string) => {
    const next = { ...draft, facts: stamped(draft.facts, [code], source) } as T
    setDraft(next)
    return dirty ? undefined : save(next)
  }
  const outcome = { busy, error, conflict, saved: saved && !conflict }
  return { draft, set, setValue, setValues, save, confirm, errors, dirty, ...outcome }
}
