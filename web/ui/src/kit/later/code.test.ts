import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { laterCode } from './code'

const reload = vi.fn()
let styles: { sheet: object | null; replaceWith: (again: object) => void; cloneNode: () => object }[]

beforeEach(() => {
  vi.useFakeTimers()
  styles = []
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('document', {
    querySelector: () => ({ getAttribute: () => '/assets/index-1.js' }),
    querySelectorAll: () => styles,
  })
  reload.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const answers = (text: string | undefined) =>
  vi.stubGlobal('fetch', async () => {
    if (text === undefined) throw new TypeError('Failed to fetch')
    return { ok: true, text: async () => text }
  })

it('asks until the code comes, however long the server is away', async () => {
  answers(undefined)
  const read = vi.fn(async () => 'code')
  for (let i = 0; i < 20; i++) read.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const code = laterCode(read)
  await vi.advanceTimersByTimeAsync(200_000)
  await expect(code).resolves.toBe('code')
  expect([read.mock.calls.length, reload.mock.calls.length]).toEqual([21, 0])
})

it('asks for a style again that did not come', async () => {
  answers(undefined)
  const again = { onload: () => {} }
  styles = [
    { sheet: {}, replaceWith: () => expect.fail(), cloneNode: () => ({}) },
    { sheet: null, replaceWith: () => queueMicrotask(() => again.onload()), cloneNode: () => again },
  ]
  const read = vi.fn(async () => 'code').mockRejectedValueOnce(new Error('Unable to preload CSS'))
  const code = laterCode(read)
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(code).resolves.toBe('code')
})

it('takes the new release where the server has one', async () => {
  answers('<script type="module" src="/assets/index-2.js">')
  void laterCode(vi.fn(async () => 'code').mockRejectedValueOnce(new TypeError()))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(reload).toHaveBeenCalledOnce()
})

it('gives up where the server has the page and not the code', async () => {
  answers('<script type="module" src="/assets/index-1.js">')
  const code = laterCode(() => Promise.reject(new SyntaxError('broken')))
  const given = expect(code).rejects.toThrow('broken')
  await vi.advanceTimersByTimeAsync(60_000)
  await given
})

it('carries everything that is read later', () => {
  const root = join(import.meta.dirname, '../..')
  const bare = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test|\.d)\.tsx?$/.test(file))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => line.includes(' import(') && !/(laterCode|withTexts|screen)\(/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  // The texts go through it where they are asked for; the connection tells while it asks again.
  expect(bare.filter((line) => !/^i18n\/i18n\.ts: |^live\/connection\.ts: /.test(line))).toEqual([])
})
