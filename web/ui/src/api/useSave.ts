import { type FormEvent, useState, useSyncExternalStore } from 'react'
import { ProblemError } from './client'

/** Where a save stands. `result` and `error` belong to the last save until the next one starts. */
export interface SaveState<Result> {
  busy: boolean
  saved: boolean
  result?: Result
  error?: unknown
}

const idle = { busy: false, saved: false }

/** Another version of the record stands: the server refused the If-Match. */
export const isStale = (error: unknown) => error instanceof ProblemError && error.status === 412

/** One save at a time. It outlives its component: without a listener nobody hears the outcome. */
export class Save<Result> {
  private state: SaveState<Result> = idle
  private flight: Promise<void> | undefined
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly read = () => this.state

  /** Starts `work`; while a save is under way, answers with that one. `onStale` reads the newer version. */
  readonly run = (work: () => Promise<Result>, onStale?: () => Promise<unknown>) =>
    (this.flight ??= this.start(work, onStale).finally(() => (this.flight = undefined)))

  /** Forgets the last outcome. A save under way still tells its own. */
  readonly clear = () => {
    if (!this.state.busy) this.set(idle)
  }

  private async start(work: () => Promise<Result>, onStale?: () => Promise<unknown>) {
    this.set({ busy: true, saved: false })
    try {
      this.set({ busy: false, saved: true, result: await work() })
    } catch (error) {
      if (onStale && isStale(error)) {
        this.set({ busy: true, saved: false, error })
        await onStale().catch(() => undefined)
      }
      this.set({ busy: false, saved: false, error })
    }
  }

  private set(state: SaveState<Result>) {
    this.state = state
    this.listeners.forEach((listener) => listener())
  }
}

/** A save of this component, with the server's messages by the path of the field. */
export function useSave<Result = void>() {
  const [save] = useState(() => new Save<Result>())
  const state = useSyncExternalStore(save.subscribe, save.read)
  const errors = state.error instanceof ProblemError ? state.error.errors : {}
  /** What a form does when it is sent: it stays on its page and runs `work`. */
  const onSubmit = (work: () => Promise<Result>, onStale?: () => Promise<unknown>) => (event: FormEvent) => {
    event.preventDefault()
    void save.run(work, onStale)
  }
  return { ...state, errors, run: save.run, onSubmit, clear: save.clear }
}
