import type { BoardCode, Criterion } from '../../api/types'

/** A board's page with this requirement, and with one of its matches open. */
export function boardLink(board: BoardCode, criteria: Criterion[], match?: string) {
  const asked = new URLSearchParams({ criteria: JSON.stringify(criteria), ...(match && { match }) })
  return `/${board}?${asked}`
}
