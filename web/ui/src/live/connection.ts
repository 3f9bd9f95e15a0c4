import type { HubConnection, HubConnectionState } from '@microsoft/signalr'
import type { Invoke, Received, Topic } from './subscription'
import { messages } from './topics'

export type Connection = 'live' | 'reconnecting' | 'polling' | 'off'

/** A {@link Subscription} of any topic. */
export interface Follower {
  readonly topic: Topic<unknown>
  readonly refused: () => void
  question(): number | null
  answered(answer: unknown): Received
  received(events: object[]): Received
  stop(): void
}

/** What the page needs of SignalR's connection. */
export interface Hub extends Pick<
  HubConnection,
  'on' | 'invoke' | 'start' | 'stop' | 'onreconnecting' | 'onreconnected' | 'onclose'
> {
  readonly state: `${HubConnectionState}`
}

const pollAfter = 60_000
const refusal = /notFound|tooMany/
const retryDelay = (attempt: number) => Math.min(500 * 2 ** attempt, 10_000)

/** The client's code is read when something is followed, after the first list. */
async function newHub(): Promise<Hub> {
  const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr')
  return new HubConnectionBuilder()
    .withUrl('/live')
    .withAutomaticReconnect({
      nextRetryDelayInMilliseconds: ({ previousRetryCount }) => retryDelay(previousRetryCount),
    })
    .configureLogging(LogLevel.None)
    .build()
}

/** The page's one connection to the hub. It never gives up; state is told in words by LiveBadge. */
export class LiveConnection {
  private readonly build: () => Hub | Promise<Hub>
  private hub: Hub | undefined
  private isOpening = false
  private readonly followers = new Set<Follower>()
  private readonly listeners = new Set<() => void>()
  private state: Connection = 'off'
  private pollTimer: ReturnType<typeof setTimeout> | undefined
  /** When the server was last heard of, as far as the page knows. */
  asOf = Date.now()

  constructor(build: () => Hub | Promise<Hub> = newHub) {
    this.build = build
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  read = () => this.state

  /** The browser knows at once that it has no network, which a quiet connection would tell after half a minute. */
  network(isOnline: boolean) {
    if (!isOnline && this.state === 'live') this.lost()
    else if (isOnline && this.state !== 'live' && this.connected()) this.found()
  }

  /** Keeps a subscription in step until the answered function is called. */
  follow(follower: Follower) {
    this.followers.add(follower)
    if (this.hub) void this.ask(follower)
    else if (!this.isOpening) void this.open()
    return () => {
      this.followers.delete(follower)
      follower.stop()
      const { key, leave } = follower.topic
      const hub = this.connected()
      // The server knows a topic once for each connection.
      if (hub && leave && !this.followersOf(key).length) void leave(invokeOn(hub)).catch(() => {})
      this.closeUnused()
    }
  }

  /** Calls a method whose effect ends with the connection. */
  tell(method: string, argument: unknown) {
    void this.connected()
      ?.invoke(method, argument)
      .catch(() => {})
  }

  private connected() {
    return this.hub?.state === 'Connected' ? this.hub : undefined
  }

  private followersOf(key: string) {
    return [...this.followers].filter((follower) => follower.topic.key === key)
  }

  /** Asks for what a subscription lacks: at first, after a gap and after a reconnection. */
  private async ask(follower: Follower) {
    const hub = this.connected()
    const { ask } = follower.topic
    if (!hub || !ask) return
    try {
      let received: Received
      do {
        const answer = await ask(invokeOn(hub), follower.question())
        this.asOf = Date.now()
        if (!this.followers.has(follower)) return
        received = follower.answered(answer)
      } while (received === 'gap')
    } catch (error) {
      // A call that a lost connection cut off is repeated by onreconnected.
      if (hub.state !== 'Connected') return
      if (refusal.test(String(error))) follower.refused()
      else setTimeout(() => this.followers.has(follower) && void this.ask(follower), retryDelay(1))
    }
  }

  private async open() {
    this.isOpening = true
    const hub = await this.built()
    this.isOpening = false
    if (!hub) return
    this.hub = hub
    for (const [name, read] of Object.entries<(...args: never[]) => { key: string; events: object[] }>(messages))
      hub.on(name, (...args: never[]) => {
        const { key, events } = read(...args)
        this.asOf = Date.now()
        for (const follower of this.followersOf(key)) if (follower.received(events) === 'gap') void this.ask(follower)
      })
    hub.onreconnecting(() => this.lost())
    hub.onreconnected(() => this.found())
    hub.onclose(() => this.hub === hub && this.restart(hub))
    await this.start(hub)
  }

  /** undefined: nobody follows anything any longer. */
  private async built() {
    for (let attempt = 0; this.followers.size > 0; attempt++) {
      try {
        const hub = await this.build()
        return this.followers.size > 0 ? hub : undefined
      } catch {
        this.lost()
        await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt)))
      }
    }
    return undefined
  }

  private async start(hub: Hub) {
    for (let attempt = 0; this.hub === hub; attempt++) {
      try {
        await hub.start()
        return this.found()
      } catch {
        this.lost()
        await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt)))
      }
    }
  }

  private restart(hub: Hub) {
    this.lost()
    void this.start(hub)
  }

  private found() {
    clearTimeout(this.pollTimer)
    this.pollTimer = undefined
    this.asOf = Date.now()
    this.set('live')
    for (const follower of this.followers) void this.ask(follower)
  }

  private lost() {
    if (this.state !== 'polling') this.set('reconnecting')
    this.pollTimer ??= setTimeout(() => this.set('polling'), pollAfter)
  }

  private closeUnused() {
    if (this.followers.size > 0) return
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

const invokeOn =
  (hub: Hub): Invoke =>
  (method, ...args) =>
    hub.invoke(method, ...args)

export const connection = new LiveConnection()
