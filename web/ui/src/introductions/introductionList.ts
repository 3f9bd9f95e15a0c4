import type { DeskAnswer, DeskEvent, Introduction } from '../api/introductions'
import type { Reducer } from '../live/subscription'
import { asksOwn, isEnded } from './status'

export type Section = 'yours' | 'open' | 'ended'
export const sections: readonly Section[] = ['yours', 'open', 'ended']

export interface EntryView {
  id: string
  introduction: Introduction
  /** It is not the reader's to see any more, and stays, greyed, until the list is arranged anew. */
  gone: boolean
  /** Changes since the list was arranged, so that a highlight can start anew with each. */
  change: number
}

export interface ListView {
  ready: boolean
  order: Readonly<Record<Section, readonly string[]>>
  /** How many would come, go or stand elsewhere once arranged anew. */
  pending: number
  /** Those of which something changed in place last. */
  changed: readonly string[]
}

const sectionOf = (introduction: Introduction): Section =>
  isEnded(introduction) ? 'ended' : asksOwn(introduction) ? 'yours' : 'open'
const newestFirst = (a: Introduction, b: Introduction) =>
  a.movedAt < b.movedAt ? 1 : a.movedAt > b.movedAt ? -1 : a.id < b.id ? -1 : 1

/**
 * The introductions of one reader. What is held follows the server at once and values change in place; what stands
 * where is settled by `arrange` alone, so that nothing moves under a finger. Pure.
 */
export class IntroductionList implements Reducer<DeskEvent, DeskAnswer> {
  private readonly held = new Map<string, Introduction>()
  private arranged = new Map<string, Section>()
  private readonly changes = new Map<string, number>()
  private touched: string[] = []
  private readonly asked = new Map<string, string>()
  private readonly shown = new Map<string, EntryView>()
  private order: Record<Section, string[]> = { yours: [], open: [], ended: [] }
  private view: ListView = { ready: false, order: this.order, pending: 0, changed: [] }
  /** Everything recent was told, not single ones alone. */
  private whole = false
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  read = () => this.view
  entry = (id: string) => this.shown.get(id)

  /** All that are held, in no order. */
  all = (): readonly Introduction[] => [...this.held.values()]

  /** The open introduction of a demand and a match; one whose match is not told is known if it was asked for here. */
  openOf = (demand: string, match: string) => {
    const asked = this.asked.get(`${demand} ${match}`)
    for (const introduction of this.held.values())
      if (
        introduction.demand === demand &&
        (introduction.match === match || introduction.id === asked) &&
        !isEnded(introduction)
      )
        return introduction
    return undefined
  }

  /** What a request for the introduction to this match has made. */
  made(match: string, introduction: Introduction) {
    this.asked.set(`${introduction.demand} ${match}`, introduction.id)
    this.put(introduction)
  }

  /** All that is recent. */
  replace({ introductions = [] }: Pick<DeskAnswer, 'introductions'>) {
    this.whole = true
    const ids = new Set(introductions.map(({ id }) => id))
    // The server leaves out what ended long ago; what was asked for of that stays.
    for (const introduction of [...this.held.values()])
      if (!ids.has(introduction.id) && !isEnded(introduction)) this.drop(introduction.id)
    for (const introduction of introductions) this.keep(introduction)
  }

  apply(events: DeskEvent[]) {
    for (const { introduction, gone } of events) {
      if (introduction) this.keep(introduction)
      if (gone !== undefined) this.drop(gone)
    }
  }

  /** What a request answered. */
  put(...found: Introduction[]) {
    for (const introduction of found) this.keep(introduction)
    this.publish()
  }

  /** The one step that moves anything. */
  arrange() {
    this.arranged = new Map([...this.held.values()].map((introduction) => [introduction.id, sectionOf(introduction)]))
    const sorted = [...this.held.values()].sort(newestFirst)
    const within = (section: Section) =>
      sorted.filter(({ id }) => this.arranged.get(id) === section).map(({ id }) => id)
    this.order = { yours: within('yours'), open: within('open'), ended: within('ended') }
    for (const id of this.shown.keys()) if (!this.held.has(id)) this.shown.delete(id)
    this.changes.clear()
    for (const introduction of this.held.values()) this.show(introduction)
    this.publish()
  }

  private keep(introduction: Introduction) {
    const before = this.held.get(introduction.id)
    // An answer to a request and the event of the same change come in either order.
    if (before && before.version > introduction.version) return
    this.held.set(introduction.id, introduction)
    if (before && JSON.stringify(before) === JSON.stringify(introduction)) return
    if (before) {
      this.changes.set(introduction.id, (this.changes.get(introduction.id) ?? 0) + 1)
      this.touched.push(introduction.id)
    }
    this.show(introduction)
  }

  private drop(id: string) {
    if (!this.held.delete(id)) return
    const entry = this.shown.get(id)
    if (entry && this.arranged.has(id)) this.shown.set(id, { ...entry, gone: true })
    else this.shown.delete(id)
  }

  private show(introduction: Introduction) {
    this.shown.set(introduction.id, {
      id: introduction.id,
      introduction,
      gone: false,
      change: this.changes.get(introduction.id) ?? 0,
    })
  }

  publish() {
    // Where nothing stands yet, nothing can move.
    const isFirst = this.arranged.size === 0 && this.held.size > 0
    if (this.whole && (!this.view.ready || isFirst)) {
      this.view = { ...this.view, ready: true }
      return this.arrange()
    }
    const moved = [...this.held.values()].filter(
      (introduction) => this.arranged.get(introduction.id) !== sectionOf(introduction),
    ).length
    const gone = [...this.arranged.keys()].filter((id) => !this.held.has(id)).length
    this.view = { ready: this.whole, order: this.order, pending: moved + gone, changed: this.touched }
    this.touched = []
    for (const listener of this.listeners) listener()
  }
}
