import type { Introduction, Lead } from '../../../api/introductions'
import { boards } from '../../../kinds/boards'
import { isEnded } from '../../../introductions/status'
import { compare } from '../../../kit/order/compare'
import { groupBy } from '../../../kit/order/groupBy'
import { plain, textsOf } from '../../../kit/text/plain'
import type { Filter } from '../board/arrange'

const day = 86_400_000

/** What, besides its score, a new match stands where it stands for; null: its score alone. */
export type Reason = { key: 'only' | 'few' | 'answers' | 'waits'; count: number } | null

export interface RankedLead {
  lead: Lead
  /** Its score and the points of its reasons. */
  rank: number
  /** The one that gave the most points. */
  reason: Reason
}

/** The new matches of one requirement, the best first. */
export interface LeadGroup {
  demand: string
  leads: readonly RankedLead[]
}

/** The parties that have said yes in an introduction that is still open. */
export function answering(cards: readonly Introduction[]): ReadonlySet<string> {
  const sides = cards.filter((card) => !isEnded(card)).flatMap(({ seeker, counterpart }) => [seeker, counterpart])
  return new Set(sides.flatMap(({ party, consent }) => (party && consent ? [party] : [])))
}

/**
 * Ranks new matches: the score; 10 points for the only one of its requirement, 6 for one of two or three; a point for
 * each day waited, at most 10; 5 where the client has said yes elsewhere.
 * @param all Every new match, by which scarcity is counted; null: not all are known, and it counts for nothing.
 */
export function ranked(
  leads: readonly Lead[],
  all: readonly Lead[] | null,
  answers: ReadonlySet<string>,
  now: number,
): RankedLead[] {
  const counts = new Map<string, number>()
  for (const { demand } of all ?? []) counts.set(demand, (counts.get(demand) ?? 0) + 1)
  return leads.map((lead) => {
    const count = counts.get(lead.demand) ?? Infinity
    const days = Math.max(0, Math.floor((now - Date.parse(lead.at)) / day))
    const points: [number, Reason][] = [
      [count === 1 ? 10 : count <= 3 ? 6 : 0, { key: count === 1 ? 'only' : 'few', count }],
      [Math.min(10, days), { key: 'waits', count: days }],
      [lead.seeker && answers.has(lead.seeker) ? 5 : 0, { key: 'answers', count: 1 }],
    ]
    const best = points.reduce((a, b) => (b[0] > a[0] ? b : a))
    return {
      lead,
      rank: lead.score + points.reduce((sum, [more]) => sum + more, 0),
      reason: best[0] > 0 ? best[1] : null,
    }
  })
}

const byRank = (a: RankedLead, b: RankedLead) => b.rank - a.rank || compare(a.lead.key, b.lead.key)

/** By requirement: the one with the best match first. */
export function grouped(leads: readonly RankedLead[]): LeadGroup[] {
  const groups = groupBy([...leads].sort(byRank), ({ lead }) => lead.demand)
  return [...groups].map(([demand, members]) => ({ demand, leads: members }))
}

// Each typed letter filters a thousand, so their words are computed once.
const words = new WeakMap<Lead, string>()

function wordsOf(lead: Lead) {
  let found = words.get(lead)
  if (found === undefined) {
    const names = [lead.seekerName, lead.demandName, lead.matchName].flatMap(textsOf)
    found = plain([...names, lead.match, lead.demand].join('\n'))
    words.set(lead, found)
  }
  return found
}

/** Whether a new match belongs to a board and has a text in one of its names. */
export const fitsLead = (lead: Lead, { board, text }: Filter) =>
  (!board || lead.board === board) && (!text || wordsOf(lead).includes(plain(text)))

/** Whether it waits for its owner to be named; other matches without a counterpart can't be helped here. */
export const isOwnerless = (lead: Lead) => !lead.counterpartKnown && Boolean(boards[lead.board].inBuildings)
