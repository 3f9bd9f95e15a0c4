import { describe, expect, it } from 'vitest'
import type { Schemas } from '../../../api/client'
import type { Words } from '../../../i18n/i18n'
import { newsOf, newsText } from './recent'

type Entry = Schemas['TimelineEntry']
const words = {
  t: (key: string, given: object = {}) => [key, ...Object.values(given)].join(' '),
} as unknown as Words
const at = '2026-11-27T03:00:00Z'
const entry = (kind: Entry['kind'], rest: Partial<Entry> = {}): Entry => ({ at, kind, by: 'officer@office', ...rest })
const recent: Schemas['RecentChanges'] = {
  since: '2026-11-26T16:00:00Z',
  introductions: [
    {
      introduction: 'i1',
      entries: [entry('consented', { side: 'seeker', through: 'mail' }), entry('booked'), entry('noted')],
    },
  ],
  leads: [{ demand: 'd1', count: 3 }],
}

describe('what moved of an introduction', () => {
  it('is its own entries and the new matches of its requirement', () => {
    const news = newsOf(recent)
    expect(news({ id: 'i1', demand: 'd1' })).toEqual({ entries: recent.introductions[0]!.entries, leads: 3 })
    expect(news({ id: 'i2' })).toEqual({ entries: [], leads: 0 })
    expect(newsOf(undefined)({ id: 'i1', demand: 'd1' })).toEqual({ entries: [], leads: 0 })
  })

  it('names the two newest things and counts the others', () => {
    const text = newsText({ entries: recent.introductions[0]!.entries, leads: 3 }, words)!
    expect(text).toBe(
      'desk.timeline.noted desk.timeline.office · desk.timeline.booked desk.timeline.office · inbox.recent.more 2',
    )
    expect(newsText({ entries: [], leads: 3 }, words)).toBe('inbox.recent.leads 3')
  })

  it('is nothing where nothing moved', () => expect(newsText({ entries: [], leads: 0 }, words)).toBeUndefined())
})
