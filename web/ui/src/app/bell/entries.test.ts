import { describe, expect, it } from 'vitest'
import type { Words } from '../../i18n/i18n'
import { Some } from '../../live/Some'
import { officeEntries, type OfficeNews, officeSources, partyEntries, type PartyNews, partySources } from './entries'
import { freshIn, type Sources } from './seen'
import { sourceOf } from './useMatchNews'

const words = {
  t: (key: string, values?: { count?: number; when?: string }) => [key, values?.count ?? values?.when].join(' ').trim(),
  text: (named?: string | { zhHant: string }) => (typeof named === 'object' ? named.zhHant : (named ?? '')),
  format: { instant: (at: string) => at },
} as unknown as Words

const now = Date.parse('2026-11-27T01:00:00Z')
const meeting = (id: string, revision: number, at = '2026-12-03T06:00:00Z') => ({
  id,
  kind: 'meeting' as const,
  at,
  minutes: 30,
  place: 'x',
  people: [],
  revision,
  cancelled: false,
})

const party: PartyNews = {
  me: 'me@firm',
  now,
  introductions: [
    Some.card('mine', { state: 'offered', holder: 'counterpart' }),
    Some.card('moved', {
      state: 'introduced',
      meetings: [meeting('m1', 1), meeting('past', 0, '2026-11-26T00:00:00Z')],
    }),
    Some.card('own', { state: 'declined', movedBy: 'me@firm' }),
    Some.card('old', { state: 'concluded', movedAt: '2026-01-01T00:00:00Z' }),
  ],
  briefs: [
    { name: 'A Brief', href: '/briefs/b1', demands: [{ id: 'd1' }, { id: 'd2' }] },
    { name: 'Quiet', href: '/briefs/b2', demands: [{ id: 'd3' }] },
  ] as unknown as PartyNews['briefs'],
  lists: { [sourceOf('d1')]: ['a', 'b'], [sourceOf('d2')]: ['c'], [sourceOf('d3')]: ['x'] },
  accounts: [
    { email: 'new@firm', party: 'firms/f1', invitedBy: 'officer@office' },
    { email: 'known@firm', party: 'firms/f1', vouchedBy: 'me@firm' },
    { email: 'invited@firm', party: 'firms/f1', invitedBy: 'me@firm' },
    { email: 'me@firm', party: 'firms/f1' },
  ],
  enquiries: [
    { id: 'e1', text: 'Asked', status: 'answered' },
    { id: 'e2', text: 'Open', status: 'open' },
  ] as unknown as PartyNews['enquiries'],
}

const entriesOf = (seen: Sources) =>
  partyEntries(party, (source) => freshIn(seen, partySources(party), source), words).map(
    ({ id, waits, fresh, href }) => [id, waits ? 'waits' : fresh ? 'fresh' : 'seen', href],
  )

describe('The news of a party', () => {
  it('hold what waits first, and what others did, not what the reader did or what is long past', () => {
    expect(entriesOf(partySources(party))).toEqual([
      ['mine offered', 'waits', '/introductions/mine'],
      ['new@firm', 'waits', '/people'],
      ['moved introduced', 'seen', '/introductions/moved'],
      ['m1 1', 'seen', '/introductions/moved'],
      ['e1', 'seen', '/enquiries'],
    ])
  })

  it('mark what came since the last look, and count new matches by Brief', () => {
    const seen = { ...partySources(party), [sourceOf('d1')]: ['b'], [sourceOf('d2')]: [], meetings: ['m1 0'] }
    expect(entriesOf(seen).filter(([, state]) => state === 'fresh')).toEqual([
      ['m1 1', 'fresh', '/introductions/moved'],
      ['/briefs/b1', 'fresh', '/briefs/b1'],
    ])
    const [, matches] = partyEntries(party, (source) => freshIn(seen, partySources(party), source), words).filter(
      ({ fresh }) => fresh,
    )
    expect(matches?.text).toBe('bell.matches 2')
  })
})

describe('The news of an officer', () => {
  const office: OfficeNews = {
    me: 'me@office',
    now,
    today: '2026-11-27',
    cards: [
      Some.card('late', { officer: 'me@office', overdue: true }),
      Some.card('later', { officer: 'me@office', dueOn: '2026-12-20' }),
      Some.card('theirs', { officer: 'li@office', overdue: true }),
      Some.card('agreed', { officer: 'me@office', state: 'agreed', holder: 'officer', movedBy: 'a@firm' }),
      Some.card('free'),
      Some.card('done', { state: 'declined', holder: 'nobody' }),
    ],
    leads: [Some.lead('l1'), Some.lead('l2')],
    above: 60,
    enquiries: 2,
    accounts: 0,
  }

  it('are what is due from the officer, what nobody has taken, and what others moved', () => {
    const seen = { cards: ['late suggested', 'later suggested'], leads: ['l1'] }
    const entries = officeEntries(office, (source) => freshIn(seen, officeSources(office), source), words)
    expect(entries.map(({ title, href, waits }) => [title, href, waits])).toEqual([
      ['Seeker late × 偉業', '/desk/late', true],
      ['bell.unassigned 1', '/inbox', true],
      ['bell.enquiries 2', '/enquiries', true],
      ['Seeker agreed × 偉業', '/desk/agreed', false],
      ['bell.leads 1', '/desk', false],
      ['Seeker later × 偉業', '/desk/later', false],
    ])
  })
})
