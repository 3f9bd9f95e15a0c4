import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { isOffice } from '../../api/session'
import type { Me } from '../../api/types'
import { requirementPath } from '../../brief/address'
import { useWords } from '../../i18n/i18n'
import { partyOf } from '../../kinds/kinds'
import { searchPath } from '../../kinds/links'
import { useDebounced } from '../../kit/useDebounced'
import type { Group } from './entries'

const most = 5
const at = (path: string, id: string) => `/${path}/${id.split('/').map(encodeURIComponent).join('/')}`

/** Records whose names hold the words, of every kind that the reader may open; the server decides which are seen. */
export function useFound(typed: string, me: Me | null): { groups: Group[]; isFetching: boolean } {
  const { text, t } = useWords()
  const q = useDebounced(typed.trim(), 150)
  const office = isOffice(me)
  const signedIn = Boolean(me)
  const { data, isFetching } = useQuery({
    queryKey: ['palette', q, me?.email ?? ''],
    enabled: q.length > 1,
    staleTime: 10_000,
    queryFn: async ({ signal }) => {
      const asked = { query: { q, limit: most }, signal }
      const list = async <T>(may: boolean, read: () => Promise<{ items: T[] }>) => (may ? (await read()).items : [])
      const [demands, shortlists, introductions, enterprises, buildings, firms, centres, topics] = await Promise.all([
        list(signedIn && !me?.owner, () => api.get('/api/demands', asked)),
        list(signedIn && !me?.owner, () => api.get('/api/shortlists', asked)),
        list(office || partyOf(me) !== undefined, () => api.get('/api/introductions', asked)),
        list(office, () => api.get('/api/enterprises', asked)),
        list(office || Boolean(me?.owner), () => api.get('/api/buildings', asked)),
        list(signedIn && !me?.owner, () => api.get('/api/firms', asked)),
        list(true, () => api.get('/api/centres', asked)),
        api.get('/api/topics', { query: { q }, signal }),
      ])
      return { demands, shortlists, introductions, enterprises, buildings, firms, centres, topics }
    },
  })
  if (!data || q.length < 2) return { groups: [], isFetching }
  const named = (record: { name?: Parameters<typeof text>[0]; address?: Parameters<typeof text>[0]; id: string }) =>
    text(record.name) || text(record.address) || record.id
  const groups: Group[] = [
    // Who bears the name comes before what joins two of them.
    { key: 'enterprises', entries: data.enterprises.map((record) => entry('enterprises', record.id, named(record))) },
    { key: 'buildings', entries: data.buildings.map((record) => entry('buildings', record.id, named(record))) },
    {
      key: 'firms',
      entries: data.firms.map((record) =>
        entry('firms', record.id, named(record), !office && requirementPath('partners', [], record.id)),
      ),
    },
    {
      key: 'centres',
      entries: data.centres.map((record) =>
        entry('centres', record.id, named(record), !office && requirementPath('research', [], record.id)),
      ),
    },
    {
      key: 'topics',
      entries: data.topics.slice(0, most).map(({ kind, id, name, shortName }) => ({
        id: `${kind}/${id}`,
        text: text(name),
        ...(shortName && { about: shortName }),
        href: kind === 'programme' ? at('programmes', id) : searchPath(text(name)),
      })),
    },
    {
      key: 'demands',
      entries: data.demands.map((demand) => ({
        id: `demands/${demand.id}`,
        text: text(demand.name) || t('demand.unnamed'),
        about: t(`nav.${demand.board}`),
        href: at('demands', demand.id),
      })),
    },
    {
      key: 'shortlists',
      entries: data.shortlists.map(({ id, name }) => entry('shortlists', id, text(name) || t('shortlist.unnamed'))),
    },
    {
      key: 'introductions',
      entries: data.introductions.map(({ id, seeker, counterpart, state }) => ({
        id: `introductions/${id}`,
        text: [seeker, counterpart].map((side) => text(side.name) || text(side.alias)).join(' × '),
        about: t(`desk.state.${state}`),
        href: at(office ? 'desk' : 'introductions', id),
      })),
    },
  ]
  return { groups: groups.filter(({ entries }) => entries.length > 0), isFetching }
}

const entry = (collection: string, id: string, text: string, href: string | false = false) => ({
  id: `${collection}/${id}`,
  text,
  href: href || at(collection, id),
})
