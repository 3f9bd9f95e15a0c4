import { api } from './client'
import type { Brief, Building, Demand, Opportunity, Page, Shortlist } from './types'

interface Collections {
  '/api/briefs': Brief
  '/api/buildings': Building
  '/api/demands': Demand
  '/api/opportunities': Opportunity
  '/api/shortlists': Shortlist
}

/** All of a collection that its contract has no narrower question for, page by page. */
export async function readAll<P extends keyof Collections>(path: P, signal: AbortSignal): Promise<Collections[P][]> {
  const address: keyof Collections = path
  const found: Collections[P][] = []
  let after: string | undefined
  do {
    const page = (await api.get(address, { query: { limit: 500, after }, signal })) as Page<Collections[P]>
    found.push(...page.items)
    after = page.next
  } while (after)
  return found
}
