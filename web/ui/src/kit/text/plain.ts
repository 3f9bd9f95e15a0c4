import type { Named } from '../../api/types'

/** As texts are compared that people type: without case and forms of width. */
export const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** A name in all its languages. */
export const textsOf = (named: Named | undefined) => (typeof named === 'string' ? [named] : Object.values(named ?? {}))
