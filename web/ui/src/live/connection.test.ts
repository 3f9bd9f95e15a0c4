import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Hub, LiveConnection } from './connection'
import { Subscription } from './subscription'
import { demandTopic } from './topics'

/** A hub whose server says what the test wants. */
function someHub() {
  const handlers = new Map<string, (...args: unknown[]) => void>()
  const on: { reconnected: () => void } = { reconnected: () => {} }
  const invoke = vi.fn(async (): Promise<unknown> => ({ sequence: 1, matches: [] }))
  const hub: Hub = {
    state: 'Connected',
    on: (name: string, handler: (...args: unknown[]) => void) => void handlers.set(name, handler),
    invoke: invoke as Hub['invoke'], // the type of the answer is the caller's
    start: async () => {},
    stop: async () => {},
    onreconnecting: () => {},
    onreconnected: (told) => void (on.reconnected = told),
    onclose: () => {},
  }
  const send = (name: string, ...args: unknown[]) => handlers.get(name)!(...args)
  return { hub, invoke, send, reconnect: () => on.reconnected() }
}

const some = (id: string) => {
  const applied: unknown[] = []
  const refused = vi.fn()
  const subscription = new Subscription(
    demandTopic(id),
    { replace: () => {}, apply: (events) => void applied.push(...events), publish: () => {} },
    refused,
  )
  return { subscription, applied, refused }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

describe('The connection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks at first, after a gap and after a reconnection, with the last number', async () => {
    const { hub, invoke, send, reconnect } = someHub()
    const { subscription, applied } = some('d1')
    new LiveConnection(() => hub).follow(subscription)
    await settled()
    send('Matches', 'd1', [{ sequence: 2 }])
    send('Matches', 'd2', [{ sequence: 2 }])
    send('Matches', 'd1', [{ sequence: 4 }])
    await settled()
    reconnect()
    await settled()
    expect(applied).toEqual([{ sequence: 2 }])
    expect(invoke.mock.calls).toEqual([
      ['Watch', 'd1', null],
      ['Watch', 'd1', 2],
      ['Watch', 'd1', 1],
    ])
  })

  it('asks again soon where the server could not answer, and never where it refused', async () => {
    const { hub, invoke } = someHub()
    invoke.mockRejectedValueOnce(new Error('timeout')).mockRejectedValueOnce(new Error('HubException: notFound'))
    const { subscription, refused } = some('d1')
    new LiveConnection(() => hub).follow(subscription)
    await settled()
    expect(refused).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([invoke.mock.calls.length, refused.mock.calls.length]).toEqual([2, 1])
  })

  it('reads the code of the hub when something is first followed, and again where that failed', async () => {
    const { hub, invoke } = someHub()
    const build = vi.fn(async () => hub)
    build.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const connection = new LiveConnection(build)
    const leave = [some('d1'), some('d2')].map(({ subscription }) => connection.follow(subscription))
    await settled()
    expect([build.mock.calls.length, connection.read()]).toEqual([1, 'reconnecting'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect([build.mock.calls.length, connection.read()]).toEqual([2, 'live'])
    expect(invoke.mock.calls).toEqual([
      ['Watch', 'd1', null],
      ['Watch', 'd2', null],
    ])
    for (const one of leave) one()
  })

  it('opens nothing where nobody follows any longer when the code of the hub has come', async () => {
    const { hub } = someHub()
    const start = vi.spyOn(hub, 'start')
    const connection = new LiveConnection(async () => hub)
    connection.follow(some('d1').subscription)()
    await settled()
    expect([start.mock.calls.length, connection.read()]).toEqual([0, 'off'])
    connection.follow(some('d1').subscription)
    await settled()
    expect(connection.read()).toBe('live')
  })

  it('says at once that the browser has no network, and asks for what it missed once it has', async () => {
    const { hub, invoke } = someHub()
    const connection = new LiveConnection(() => hub)
    connection.follow(some('d1').subscription)
    await settled()
    connection.network(false)
    expect(connection.read()).toBe('reconnecting')
    connection.network(true)
    await settled()
    expect([connection.read(), invoke.mock.calls.length]).toEqual(['live', 2])
  })

  it('leaves a topic with its last subscription, and closes with the last of all', async () => {
    const { hub, invoke } = someHub()
    const connection = new LiveConnection(() => hub)
    const leave = [some('d1'), some('d1')].map(({ subscription }) => connection.follow(subscription))
    await settled()
    invoke.mockClear()
    leave[0]!()
    expect([invoke.mock.calls.length, connection.read()]).toEqual([0, 'live'])
    leave[1]!()
    expect([invoke.mock.calls, connection.read()]).toEqual([[['Unwatch', 'd1']], 'off'])
  })
})
