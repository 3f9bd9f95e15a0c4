import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Page, Steps } from './steps'

/** A history as a browser has it: going back takes its time, and tells the page when it has come about. */
class FakePage {
  private entries: { href: string; state: unknown }[] = [{ href: 'https://x.hk/en/desk', state: null }]
  private at = 0
  private readonly listeners: [string, () => void][] = []
  readonly location = { href: '' }
  readonly history = {
    state: null as unknown,
    pushState: (state: unknown, _: string, href?: string) => {
      this.entries.splice(++this.at, Infinity, { href: this.resolved(href), state })
      this.show('pushState')
    },
    replaceState: (state: unknown, _: string, href?: string) => {
      this.entries[this.at] = { href: this.resolved(href), state }
      this.show('replaceState')
    },
    back: () => void setTimeout(() => this.travel(-1)),
  }

  constructor(state: unknown = null) {
    this.entries.push({ href: 'https://x.hk/en/brief?sites=a', state })
    this.at = 1
    this.show()
  }

  addEventListener = (event: string, act: () => void) => void this.listeners.push([event, act])
  navigate = (to: string, { replace, state }: { replace?: boolean; state?: unknown }) =>
    this.history[replace ? 'replaceState' : 'pushState'](state, '', to)
  travel(by: number) {
    this.at += by
    this.show('popstate')
  }
  /** What the reader sees at each entry, the present one in brackets. */
  get trail() {
    return this.entries
      .map(({ href }, index) => (index === this.at ? `[${brief(href)}]` : brief(href)))
      .slice(0, this.at + 1)
      .join(' ')
  }

  private resolved = (href?: string) => new URL(href ?? '', this.location.href).href
  private show(event?: string) {
    this.location.href = this.entries[this.at]!.href
    this.history.state = this.entries[this.at]!.state
    for (const [wanted, act] of this.listeners) if (wanted === event) act()
  }
}
const brief = (href: string) => href.replace('https://x.hk/en/', '')

describe('What is opened', () => {
  let page: FakePage
  let steps: Steps
  const go = (to: string, options = {}) => steps.go(page.navigate, `/en/${to}`, options)
  const back = () => {
    page.travel(-1)
    vi.runAllTimers()
  }
  const openDialog = (answers = true) => {
    const close = vi.fn(() => answers)
    const remove = steps.add(close)
    return { close, remove: () => (remove(), vi.runAllTimers()) }
  }
  beforeEach(() => {
    vi.useFakeTimers()
    page = new FakePage()
    steps = new Steps(page as unknown as Page)
  })
  afterEach(() => void vi.useRealTimers())

  const openMatch = (id: string) => go(`brief?sites=a&match=${id}`, Steps.opening('match'))
  const closeMatch = () => {
    steps.close('match', () => go('brief?sites=a', { replace: true }))
    vi.runAllTimers()
  }

  it('is one entry, whichever match is looked at, and Back closes it', () => {
    openMatch('m1')
    openMatch('m2')
    expect(page.trail).toBe('desk brief?sites=a [brief?sites=a&match=m2]')
    back()
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it('leaves no entry when it is closed by hand', () => {
    openMatch('m1')
    closeMatch()
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it('is closed in place where a link opened it', () => {
    go('brief?sites=a&match=m1', { replace: true })
    closeMatch()
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it.each(['by hand', 'by Back'])('keeps what changed beside it, closed %s', (how) => {
    openMatch('m1')
    go('brief?sites=b&match=m1', { replace: true })
    if (how === 'by hand') closeMatch()
    else back()
    expect(page.trail).toBe('desk [brief?sites=b]')
  })

  it('goes one by one: from a comparison back to the match', () => {
    openMatch('m1')
    go('brief?sites=a&compare=m1,m2', Steps.opening('compare'))
    back()
    expect(page.trail).toBe('desk brief?sites=a [brief?sites=a&match=m1]')
    back()
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it('opens another one that is asked for while it closes', () => {
    openMatch('m1')
    steps.close('match', () => {})
    openMatch('m2')
    vi.runAllTimers()
    expect(page.trail).toBe('desk brief?sites=a [brief?sites=a&match=m2]')
    back()
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it('is a dialog that stands in no address: Back closes it alone', () => {
    const [below, above] = [openDialog(), openDialog()]
    back()
    expect([below.close.mock.calls.length, above.close.mock.calls.length]).toEqual([0, 1])
    back()
    expect([below.close.mock.calls.length, above.close.mock.calls.length]).toEqual([1, 1])
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it('leaves no entry when a dialog is closed by hand, nor when two are at once', () => {
    const [below, above] = [openDialog(), openDialog()]
    below.remove()
    above.remove()
    expect(page.trail).toBe('desk [brief?sites=a]')
    back()
    expect(page.trail).toBe('[desk]')
  })

  it('gives its entry to the dialog that follows it, and to the page that it leads to', () => {
    const first = steps.add(() => true)
    first()
    const second = openDialog()
    vi.runAllTimers()
    back()
    expect(second.close).toHaveBeenCalledOnce()
    expect(page.trail).toBe('desk [brief?sites=a]')
    const third = openDialog()
    go('firms/f1')
    third.remove()
    expect(page.trail).toBe('desk brief?sites=a [firms/f1]')
    back()
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it('stays open with its entry where closing it is refused', () => {
    const dialog = openDialog(false)
    back()
    expect(dialog.close).toHaveBeenCalledOnce()
    expect(page.trail).toBe('desk brief?sites=a [brief?sites=a]')
    back()
    expect(dialog.close).toHaveBeenCalledTimes(2)
  })

  it('keeps what was changed in a panel', () => {
    const panel = openDialog()
    go('brief?sites=b', { replace: true })
    panel.remove()
    expect(page.trail).toBe('desk [brief?sites=b]')
  })

  it('is not come upon again by the way forward', () => {
    const panel = openDialog()
    go('brief?sites=b', { replace: true })
    panel.remove()
    go('brief?sites=c', { replace: true })
    page.travel(1)
    vi.runAllTimers()
    expect(page.trail).toBe('desk [brief?sites=c]')
  })

  it('stays below what is opened from it, where it is a sheet', () => {
    const close = vi.fn(() => true)
    steps.add(close, true)
    openMatch('m1')
    back()
    expect(close).not.toHaveBeenCalled()
    expect(page.trail).toBe('desk brief?sites=a [brief?sites=a]')
    back()
    expect(close).toHaveBeenCalledOnce()
    expect(page.trail).toBe('desk [brief?sites=a]')
  })

  it('is forgotten with the document that had it', () => {
    page = new FakePage({ at: 3, layers: [7] })
    steps = new Steps(page as unknown as Page)
    expect(page.history.state).toEqual({ at: 3 })
  })
})
