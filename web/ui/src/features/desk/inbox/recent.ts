import type { Schemas } from '../../../api/client'
import type { Words } from '../../../i18n/i18n'
import { headline } from '../timeline/headline'

type Recent = Schemas['RecentChanges']

/** What moved of one introduction: its entries, and the new matches of its requirement. */
export interface News {
  entries: Schemas['TimelineEntry'][]
  leads: number
}

/** Looks up what moved, as the server told it. */
export function newsOf(recent: Recent | undefined) {
  const entries = new Map(recent?.introductions.map((row) => [row.introduction, row.entries]))
  const leads = new Map(recent?.leads.map((row) => [row.demand, row.count]))
  return ({ id, demand }: { id: string; demand?: string }): News => ({
    entries: entries.get(id) ?? [],
    leads: (demand && leads.get(demand)) || 0,
  })
}

const shown = 2

/** The newest things that moved, in words; undefined: nothing did. */
export function newsText({ entries, leads }: News, words: Words): string | undefined {
  const { t } = words
  const told = [
    ...[...entries].reverse().map((entry) => headline(entry, words)),
    ...(leads > 0 ? [t('inbox.recent.leads', { count: leads })] : []),
  ]
  if (told.length === 0) return undefined
  const more = told.length - shown
  return [...told.slice(0, shown), ...(more > 0 ? [t('inbox.recent.more', { count: more })] : [])].join(' · ')
}
