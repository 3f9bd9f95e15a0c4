import { api } from './client'
import type { Brief, Building, Demand, Opportunity, Page, Shortlist, Visit } from './types'

interface Collections {
  '/api/briefs': Brief
  '/api/buildings': Building
  '/api/demands': Demand
  '/api/opportunities': Opportunity
  '/api/shortlists': Shortlist
  '/api/visits': Visit
}

/** All of a collection that its contract has no narrower question for, page by page. */
export async function readAll<P extends keyof Collections>(path: P, signal?: AbortSignal): Promise<Collections[P][]> {
  const address: keyof Collections = path
  return pages(async (query) => (await api.get(address, { query, ...(signal && { signal }) })) as Page<Collections[P]>)
}

/** All pages of a list, each asked for by its query. */
export async function pages<T>(
  read: (query: { limit: number; after: string | undefined }) => Promise<{ items: T[]; next?: string | null }>,
): Promise<T[]> {
  const found: T[] = []
  let after: string | undefined
  do {
    const page = await read({ limit: 500, after })
    found.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return found
}
