import { describe, expect, it, vi } from 'vitest'
import { ProblemError } from './client'
import { Save } from './useSave'

/** Work that ends when the test says so. */
function pending<T>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((onResolve, onReject) => ([resolve, reject] = [onResolve, onReject]))
  return { work: vi.fn(() => promise), resolve, reject }
}

const refused = (status: number) => new ProblemError({ status, errors: { name: ['is missing'] } })

describe('A save', () => {
  it('runs once however often it is started', async () => {
    const save = new Save<string>()
    const { work, resolve } = pending<string>()
    const second = vi.fn(() => Promise.resolve('second'))
    const flights = [save.run(work), save.run(second)]
    expect(save.read()).toEqual({ busy: true, saved: false })
    resolve('first')
    await Promise.all(flights)
    expect(save.read()).toEqual({ busy: false, saved: true, result: 'first' })
    expect(work).toHaveBeenCalledOnce()
    expect(second).not.toHaveBeenCalled()
    await save.run(second)
    expect(save.read().result).toBe('second')
  })

  it('keeps the problem until the next save starts', async () => {
    const save = new Save<string>()
    const error = refused(422)
    await save.run(() => Promise.reject(error))
    expect(save.read()).toEqual({ busy: false, saved: false, error })
    expect(save.read().error).toBe(error)
    const { work, resolve } = pending<string>()
    const flight = save.run(work)
    expect(save.read().error).toBeUndefined()
    resolve('done')
    await flight
    expect(save.read()).toEqual({ busy: false, saved: true, result: 'done' })
  })

  it('reads the newer version before it ends, and only on 412', async () => {
    const save = new Save<void>()
    const reading = pending<void>()
    const flight = save.run(() => Promise.reject(refused(412)), reading.work)
    await vi.waitFor(() => expect(reading.work).toHaveBeenCalledOnce())
    expect(save.read()).toMatchObject({ busy: true, error: { status: 412 } })
    reading.reject(refused(0))
    await flight
    expect(save.read()).toMatchObject({ busy: false, error: { status: 412 } })
    await save.run(() => Promise.reject(refused(409)), reading.work)
    expect(reading.work).toHaveBeenCalledOnce()
  })

  it('forgets an outcome, but not a save under way', async () => {
    const save = new Save<string>()
    const { work, resolve } = pending<string>()
    const flight = save.run(work)
    save.clear()
    expect(save.read().busy).toBe(true)
    resolve('done')
    await flight
    expect(save.read().saved).toBe(true)
    save.clear()
    expect(save.read()).toEqual({ busy: false, saved: false })
  })

  it('ends in silence after its component left', async () => {
    const save = new Save<string>()
    const listener = vi.fn()
    const leave = save.subscribe(listener)
    const { work, reject } = pending<string>()
    const flight = save.run(work)
    expect(listener).toHaveBeenCalledOnce()
    leave()
    reject(refused(500))
    await flight
    expect(listener).toHaveBeenCalledOnce()
  })
})
