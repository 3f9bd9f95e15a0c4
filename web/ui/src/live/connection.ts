import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr'
import type { AnswerChange } from '../api/programmes'
import type { DeskAnswer, DeskEvent, Presence } from '../api/introductions'
import type { MatchEvent, Watched } from '../api/types'

export type Connection = 'live' | 'reconnecting' | 'polling' | 'off'

export interface Watcher {
  demandId: string
  /** The last number that it holds; null asks for the whole list. */
  last: () => number | null
  watched: (answer: Watched) => void
  received: (events: MatchEvent[]) => void
  /** The demand may not be watched, or not any more. */
  refused: () => void
}

/** Follows the introductions that the reader may see: for officers the desk, for parties their own. */
export interface DeskWatcher {
  /** The last number that it holds; null asks for everything. */
  last: () => number | null
  answered: (answer: DeskAnswer) => void
  received: (event: DeskEvent) => void
  /** Officers alone: who looks at what, all of it each time. */
  presence?: (presence: Presence[]) => void
  refused: () => void
}

/** Follows what an enterprise may get. */
export interface AssessmentWatcher {
  enterprise: string
  /** The server told what changed; without changes: it may have, while nobody listened. */
  changed: (changes?: AnswerChange[]) => void
}

const pollAfter = 60_000
const refusal = /notFound|tooMany/
const retryDelay = (attempt: number) => Math.min(500 * 2 ** attempt, 10_000)

/** The page's one connection to the hub. It never gives up; state is told in words by LiveBadge. */
export class LiveConnection {
  private hub: HubConnection | undefined
  private readonly watchers = new Set<Watcher>()
  private readonly desks = new Set<DeskWatcher>()
  private readonly assessments = new Set<AssessmentWatcher>()
  private readonly listeners = new Set<() => void>()
  private state: Connection = 'off'
  private pollTimer: ReturnType<typeof setTimeout> | undefined
  /** When the server was last heard of, as far as the page knows. */
  asOf = Date.now()

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  read = () => this.state

  watch(watcher: Watcher) {
    this.watchers.add(watcher)
    if (this.hub?.state === HubConnectionState.Connected) void this.ask(watcher)
    else if (!this.hub) void this.open()
    return () => {
      this.watchers.delete(watcher)
      if (this.hub?.state === HubConnectionState.Connected)
        void this.hub.invoke('Unwatch', watcher.demandId).catch(() => {})
      this.closeUnused()
    }
  }

  watchDesk(watcher: DeskWatcher) {
    this.desks.add(watcher)
    if (this.hub?.state === HubConnectionState.Connected) void this.askDesk(watcher)
    else if (!this.hub) void this.open()
    return () => {
      this.desks.delete(watcher)
      this.closeUnused()
    }
  }

  watchAssessment(watcher: AssessmentWatcher) {
    this.assessments.add(watcher)
    if (this.hub?.state === HubConnectionState.Connected) void this.askAssessment(watcher)
    else if (!this.hub) void this.open()
    return () => {
      this.assessments.delete(watcher)
      if (this.hub?.state === HubConnectionState.Connected)
        void this.hub.invoke('UnwatchAssessment', watcher.enterprise).catch(() => {})
      this.closeUnused()
    }
  }

  /**
   * Tells the other officers what this one looks at; a connection that is lost tells by itself that it looks at
   * nothing.
   */
  look(introduction: string | null) {
    if (this.hub?.state === HubConnectionState.Connected) void this.hub.invoke('Look', introduction).catch(() => {})
  }

  /** Asks for what the watcher lacks: after a gap, a reconnection, or at first. */
  async ask(watcher: Watcher) {
    const hub = this.hub
    if (hub?.state !== HubConnectionState.Connected) return
    try {
      const answer = await hub.invoke<Watched>('Watch', watcher.demandId, watcher.last())
      this.asOf = Date.now()
      if (this.watchers.has(watcher)) watcher.watched(answer)
    } catch (error) {
      this.unanswered(
        hub,
        error,
        () => this.watchers.has(watcher) && void this.ask(watcher),
        () => watcher.refused(),
      )
    }
  }

  async askDesk(watcher: DeskWatcher) {
    const hub = this.hub
    if (hub?.state !== HubConnectionState.Connected) return
    try {
      const answer = await hub.invoke<DeskAnswer>('WatchDesk', watcher.last())
      this.asOf = Date.now()
      if (this.desks.has(watcher)) watcher.answered(answer)
    } catch (error) {
      this.unanswered(
        hub,
        error,
        () => this.desks.has(watcher) && void this.askDesk(watcher),
        () => watcher.refused(),
      )
    }
  }

  async askAssessment(watcher: AssessmentWatcher) {
    const hub = this.hub
    if (hub?.state !== HubConnectionState.Connected) return
    try {
      await hub.invoke('WatchAssessment', watcher.enterprise)
      this.asOf = Date.now()
      if (this.assessments.has(watcher)) watcher.changed()
    } catch (error) {
      // What may not be watched the page finds out by its own questions.
      this.unanswered(
        hub,
        error,
        () => this.assessments.has(watcher) && void this.askAssessment(watcher),
        () => {},
      )
    }
  }

  /**
   * A call that a lost connection cut off is repeated by onreconnected; one that the server could not answer just now,
   * soon.
   */
  private unanswered(hub: HubConnection, error: unknown, again: () => void, refused: () => void) {
    if (hub.state !== HubConnectionState.Connected) return
    if (refusal.test(String(error))) refused()
    else setTimeout(again, retryDelay(1))
  }

  private async open() {
    const hub = new HubConnectionBuilder()
      .withUrl('/live')
      .withAutomaticReconnect({
        nextRetryDelayInMilliseconds: ({ previousRetryCount }) => retryDelay(previousRetryCount),
      })
      .configureLogging(LogLevel.None)
      .build()
    this.hub = hub
    hub.on('Matches', (demandId: string, events: MatchEvent[]) => {
      this.asOf = Date.now()
      for (const watcher of this.watchers) if (watcher.demandId === demandId) watcher.received(events)
    })
    const desk = (event: DeskEvent) => {
      this.asOf = Date.now()
      for (const watcher of this.desks) watcher.received(event)
    }
    hub.on('Desk', desk)
    hub.on('Introduction', desk)
    hub.on('Assessment', (enterprise: string, changes: AnswerChange[]) => {
      this.asOf = Date.now()
      for (const watcher of this.assessments) if (watcher.enterprise === enterprise) watcher.changed(changes)
    })
    hub.on('Presence', (presence: Presence[]) => this.desks.forEach((watcher) => watcher.presence?.(presence)))
    hub.onreconnecting(() => this.lost())
    hub.onreconnected(() => this.connected())
    hub.onclose(() => this.hub === hub && this.restart(hub))
    await this.start(hub)
  }

  private async start(hub: HubConnection) {
    for (let attempt = 0; this.hub === hub; attempt++) {
      try {
        await hub.start()
        return this.connected()
      } catch {
        this.lost()
        await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt)))
      }
    }
  }

  private restart(hub: HubConnection) {
    this.lost()
    void this.start(hub)
  }

  private connected() {
    clearTimeout(this.pollTimer)
    this.pollTimer = undefined
    this.asOf = Date.now()
    this.set('live')
    for (const watcher of this.watchers) void this.ask(watcher)
    for (const watcher of this.desks) void this.askDesk(watcher)
    for (const watcher of this.assessments) void this.askAssessment(watcher)
  }

  private lost() {
    if (this.state !== 'polling') this.set('reconnecting')
    this.pollTimer ??= setTimeout(() => this.set('polling'), pollAfter)
  }

  private closeUnused() {
    if (this.watchers.size + this.desks.size + this.assessments.size > 0) return
    const hub = this.hub
    this.hub = undefined
    clearTimeout(this.pollTimer)
    this.pollTimer = undefined
    this.set('off')
    void hub?.stop()
  }

  private set(state: Connection) {
    if (this.state === state) return
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

export const connection = new LiveConnection()
