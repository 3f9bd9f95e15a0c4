import type { Me } from '../../api/types'
import { listingCollections } from '../../kinds/kinds'
import { destinations } from '../navigation'

/** A page above another: a list by the key of its name, or a party. */
export type Parent = { href: string; key: string } | { href: string; party: string }

/** The list that stands above the pages of one kind, by the first part of their paths. */
const lists: Record<string, string> = {
  introductions: 'introductions',
  programmes: 'programmes',
  buildings: 'buildings',
  needs: 'needs',
  firms: 'firms',
  enterprises: 'enterprises',
  officers: 'desk',
  briefs: 'demands',
  demands: 'demands',
  shortlists: 'shortlists',
  ...Object.fromEntries(listingCollections.map((collection) => [collection, collection])),
}

/** The pages above a path, the topmost first: those alone that the reader's own menus hold, and a party below them. */
export function parentsOf(path: string, me: Me | null): Parent[] {
  const [, first = '', id, below] = path.split('/')
  const list = lists[first]
  if (!list || !id) return []
  const { main, more } = destinations(me)
  const places = [...main, ...more]
  // The office finds its introductions on the desk.
  const paths = list === 'introductions' ? ['/introductions', '/desk'] : [`/${list}`]
  const entry = places.find((place) => paths.includes(place.path))
  return [
    ...(entry ? [{ href: entry.path, key: `nav.${entry.key}` }] : []),
    ...(below ? [{ href: `/${first}/${id}`, party: `${first}/${decodeURIComponent(id)}` }] : []),
  ]
}
