import { useState } from 'react'
import { ProblemError, request } from '../../api/client'
import type { Value } from '../../api/types'
import { type Conflict, conflictOf, rebased } from './conflict'

interface Editable {
  values: Record<string, Value>
  version: number
}

/** An emptied field, '' or undefined, is taken away: the contract knows no empty values. */
export type Change<T> = { [Field in keyof T]?: T[Field] | '' | undefined }

export function withoutEmpty<T extends object>(record: T) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '' && value !== undefined))
}

/** Edits a copy of one record; on another version it keeps the edits and tells what differs. */
export function useRecordEditor<T extends Editable>(path: string, start: T, onSaved: (record: T) => void) {
  const [base, setBase] = useState(start)
  const [draft, setDraft] = useState(start)
  const [state, setState] = useState<{ error?: unknown; conflict?: Conflict; saved?: boolean; busy?: boolean }>({})
  const set = (change: Change<T>) => {
    setDraft(withoutEmpty({ ...draft, ...change }) as T)
    setState({ ...state, saved: false })
  }
  const setValue = (code: string, value: Value | undefined) => {
    const values = { ...draft.values }
    if (value === undefined) delete values[code]
    else values[code] = value
    set({ values } as Change<T>)
  }
  const meet = async () => {
    const theirs = await request<T>(path)
    setState({ conflict: conflictOf(base, draft, theirs) })
    setDraft(rebased(base, draft, theirs))
    setBase(theirs)
  }
  const save = async () => {
    setState({ busy: true })
    try {
      // A record without a version is new: its PUT goes without If-Match and creates.
      const saved = await request<T>(path, { method: 'PUT', body: draft, ...(base.version > 0 && { version: base.version }) })
      setBase(saved)
      setDraft(saved)
      setState({ saved: true })
      onSaved(saved)
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) await meet().catch((failure: unknown) => setState({ error: failure }))
      else setState({ error })
    }
  }
  const errors = state.error instanceof ProblemError ? (state.error.problem.errors ?? {}) : {}
  return { draft, set, setValue, save, errors, dirty: JSON.stringify(base) !== JSON.stringify(draft), ...state }
}
