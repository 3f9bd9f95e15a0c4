import { query, request } from './client'
import type { Page } from './types'

/** All of a collection that its contract has no narrower question for, page by page. */
export async function readAll<T>(path: string, signal: AbortSignal, asked: Record<string, string> = {}): Promise<T[]> {
  const found: T[] = []
  let after: string | undefined
  do {
    const page: Page<T> = await request<Page<T>>(`${path}${query({ ...asked, limit: 500, after })}`, { signal })
    found.push(...page.items)
    after = page.next
  } while (after)
  return found
}
