import type { BoardCode, Criterion } from '../api/types'

/** The address of what is on screen; a requirement that this browser alone holds comes along. */
export function sharedLink(href: string, board: BoardCode, criteria: Criterion[]) {
  const link = new URL(href)
  if (link.pathname.endsWith(`/${board}`)) link.searchParams.set('criteria', JSON.stringify(criteria))
  return link.toString()
}
