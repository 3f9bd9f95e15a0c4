import type { Introduction, Lead } from '../../api/introductions'
import type { Enquiry, PartyAccount } from '../../api/types'
import { dueText, pairName } from '../../features/desk/labels'
import { clockOf } from '../../features/desk/inbox/inbox'
import { movesOf } from '../../features/desk/moves'
import type { Words } from '../../i18n/i18n'
import { nextStepText, statusText } from '../../introductions/announcements'
import { asksOwn, isUnderWay, otherOf, sideName } from '../../introductions/status'
import type { BriefView } from '../../records/useBriefs'
import type { Sources } from './seen'
import { sourceOf } from './useMatchNews'

/** One line of the bell. */
export interface Entry {
  id: string
  kind: 'introduction' | 'meeting' | 'matches' | 'account' | 'enquiry'
  /** Somebody waits until the reader acts, however often it was seen. */
  waits: boolean
  /** It came after the reader's last look. */
  fresh: boolean
  title: string
  text: string
  /** When it happened; left out: the server does not say. */
  at?: string
  href: string
}

/** What came to a source after the last look. */
export type Fresh = (source: string) => readonly string[]

const day = 86_400_000
const lasts = 14 * day
const mostDue = 8

const path = (place: string, id: string) => `/${place}/${encodeURIComponent(id)}`
const moveKey = ({ id, state }: Introduction) => `${id} ${state}`

/** What waits before what is fresh before the rest, the newest first. */
const inOrder = (entries: Entry[]) =>
  entries.sort(
    (a, b) =>
      Number(b.waits) - Number(a.waits) || Number(b.fresh) - Number(a.fresh) || (b.at ?? '').localeCompare(a.at ?? ''),
  )

export interface PartyNews {
  me: string
  /** When the page was opened, ms. */
  now: number
  introductions: readonly Introduction[]
  briefs: readonly BriefView[]
  /** The lists of the demands, by {@link sourceOf}. */
  lists: Sources
  accounts: readonly PartyAccount[]
  enquiries: readonly Enquiry[]
}

const movedOf = ({ introductions, me, now }: PartyNews) =>
  introductions.filter(
    (introduction) =>
      !asksOwn(introduction) && introduction.movedBy !== me && now - Date.parse(introduction.movedAt) < lasts,
  )

/** Meetings that are still to come, cancelled ones too until their time. */
const meetingsOf = ({ introductions, now }: PartyNews) =>
  introductions.flatMap((introduction) =>
    introduction.meetings
      .filter(({ at }) => Date.parse(at) > now)
      .map((meeting) => ({
        introduction,
        meeting,
        key: `${meeting.id} ${meeting.revision}${meeting.cancelled ? ' cancelled' : ''}`,
      })),
  )

/** Whom somebody else has added, while nobody of the party has said anything of them. */
const addedOf = ({ accounts, me }: PartyNews) =>
  accounts.filter(({ email, invitedBy, vouchedBy, objection }) => {
    const isKnown = email === me || invitedBy === me || Boolean(vouchedBy) || Boolean(objection)
    return !isKnown
  })

const answeredOf = ({ enquiries }: PartyNews) => enquiries.filter(({ status }) => status === 'answered')

export const partySources = (news: PartyNews): Sources => ({
  introductions: movedOf(news).map(moveKey),
  meetings: meetingsOf(news).map(({ key }) => key),
  enquiries: answeredOf(news).map(({ id }) => id),
  ...news.lists,
})

/** What an enterprise, a firm or an owner has to answer, and what became of what is theirs. */
export function partyEntries(news: PartyNews, fresh: Fresh, words: Words): Entry[] {
  const { t, text, format } = words
  const came = (source: string) => new Set(fresh(source))
  const [moved, meetings, answered] = ['introductions', 'meetings', 'enquiries'].map(came) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ]
  const ofIntroduction = (introduction: Introduction) => ({
    title: sideName(otherOf(introduction), words).text,
    href: path('introductions', introduction.id),
    fresh: false,
    waits: false,
  })
  return inOrder([
    ...news.introductions.filter(asksOwn).map((introduction) => ({
      ...ofIntroduction(introduction),
      id: moveKey(introduction),
      kind: 'introduction' as const,
      waits: true,
      text: nextStepText(introduction, words),
      at: introduction.movedAt,
    })),
    ...movedOf(news).map((introduction) => ({
      ...ofIntroduction(introduction),
      id: moveKey(introduction),
      kind: 'introduction' as const,
      fresh: moved.has(moveKey(introduction)),
      text: statusText(introduction, words),
      at: introduction.movedAt,
    })),
    ...meetingsOf(news).map(({ introduction, meeting: { at, cancelled, revision }, key }) => ({
      ...ofIntroduction(introduction),
      id: key,
      kind: 'meeting' as const,
      fresh: meetings.has(key),
      text: t(`bell.meeting.${cancelled ? 'cancelled' : revision > 0 ? 'moved' : 'booked'}`, {
        when: format.instant(at),
      }),
    })),
    ...news.briefs.flatMap(({ name, href, demands }) => {
      const count = demands.reduce((sum, { id }) => sum + fresh(sourceOf(id)).length, 0)
      return count === 0
        ? []
        : {
            id: href,
            kind: 'matches' as const,
            waits: false,
            fresh: true,
            title: text(name) || t('demand.unnamed'),
            text: t('bell.matches', { count }),
            href,
          }
    }),
    ...addedOf(news).map(({ email, name }) => ({
      id: email,
      kind: 'account' as const,
      waits: true,
      fresh: false,
      title: name ?? email,
      text: t('bell.account'),
      href: '/people',
    })),
    ...answeredOf(news).map(({ id, text: asked }) => ({
      id,
      kind: 'enquiry' as const,
      waits: false,
      fresh: answered.has(id),
      title: asked,
      text: t('bell.answered'),
      href: '/enquiries',
    })),
  ])
}

export interface OfficeNews {
  me: string
  now: number
  /** The day in Hong Kong. */
  today: string
  cards: readonly Introduction[]
  /** Those above the officer's own threshold. */
  leads: readonly Lead[]
  above: number
  /** How many wait; undefined: not read yet. */
  enquiries: number | undefined
  accounts: number | undefined
}

const movedByOthers = ({ cards, me, now }: OfficeNews) =>
  cards.filter(({ officer, movedBy, movedAt }) => officer === me && movedBy !== me && now - Date.parse(movedAt) < lasts)

const dueOf = ({ cards, me, today }: OfficeNews) =>
  cards.filter(
    (card) =>
      card.officer === me &&
      card.holder === 'officer' &&
      isUnderWay(card) &&
      ['late', 'today'].includes(clockOf(card, today)),
  )

export const officeSources = (news: OfficeNews): Sources => ({
  cards: movedByOthers(news).map(moveKey),
  leads: news.leads.map(({ key }) => key),
})

/** What is due from the officer, what nobody has taken yet, and what others did to the officer's introductions. */
export function officeEntries(news: OfficeNews, fresh: Fresh, words: Words): Entry[] {
  const { t } = words
  const moved = new Set(fresh('cards'))
  const due = dueOf(news)
  const dueIds = new Set(due.slice(0, mostDue).map(({ id }) => id))
  const of = (card: Introduction) => ({
    kind: 'introduction' as const,
    title: pairName(card, words),
    at: card.movedAt,
    href: path('desk', card.id),
  })
  const group = (kind: Entry['kind'], key: string, count: number | undefined, href: string, waits = true) =>
    count
      ? [{ id: key, kind, waits, fresh: !waits, title: t(`bell.${key}`, { count, score: news.above }), text: '', href }]
      : []
  const unassigned = news.cards.filter((card) => !card.officer && isUnderWay(card)).length
  return inOrder([
    ...due.slice(0, mostDue).map((card) => {
      const [move] = movesOf(card)
      return {
        ...of(card),
        id: card.id,
        waits: true,
        fresh: moved.has(moveKey(card)),
        text: [move && t(`desk.act.${move.act}`), dueText(card, words)].filter(Boolean).join(' · '),
      }
    }),
    ...group('introduction', 'due', due.length > mostDue ? due.length - mostDue : 0, '/inbox?of=me'),
    ...group('introduction', 'unassigned', unassigned, '/inbox'),
    ...group('enquiry', 'enquiries', news.enquiries, '/enquiries'),
    ...group('account', 'accounts', news.accounts, '/people'),
    ...group('matches', 'leads', fresh('leads').length, '/desk', false),
    ...movedByOthers(news)
      .filter(({ id }) => !dueIds.has(id))
      .map((card) => ({
        ...of(card),
        id: moveKey(card),
        waits: false,
        fresh: moved.has(moveKey(card)),
        text: t('bell.now', { state: t(`desk.state.${card.state}`) }),
      })),
  ])
}
