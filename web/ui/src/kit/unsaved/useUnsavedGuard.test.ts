import { describe, expect, it } from 'vitest'
import { leaves } from './useUnsavedGuard'

const here = 'https://x.hk/en/firm?tab=a'
const plain = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const link = (href: string, rest: object = {}) => ({ href, target: '', download: '', ...rest })

describe('Edits that are not saved', () => {
  it.each(['https://x.hk/en/sites', 'https://y.hk/en/firm', '/en/demands'])('are in danger at a link to %s', (href) =>
    expect(leaves(plain, link(href), here)).toBe(true),
  )
  it.each([
    ['a place on the same page', plain, link('https://x.hk/en/firm?tab=b')],
    ['another window', plain, link('/en/sites', { target: '_blank' })],
    ['a file', plain, link('/api/exports/firms.csv', { download: 'firms.csv' })],
    ['a new tab by a key', { ...plain, ctrlKey: true }, link('/en/sites')],
    ['a new tab by the middle button', { ...plain, button: 1 }, link('/en/sites')],
  ])('are safe at a link to %s', (_, event, to) => expect(leaves(event, to, here)).toBe(false))
})
