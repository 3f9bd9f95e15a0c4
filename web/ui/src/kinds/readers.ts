import type { Me } from '../api/types'

/** Whom the page shows what; the server decides what each may see. */
export type Reader = 'visitor' | 'owner' | 'enterprise' | 'firm' | 'office'

export function readerOf(me: Me | null): Reader {
  if (me?.role === 'officer' || me?.role === 'admin') return 'office'
  if (me?.firm) return 'firm'
  if (me?.enterprise) return 'enterprise'
  return me?.owner ? 'owner' : 'visitor'
}
