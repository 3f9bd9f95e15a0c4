import type { BoardCode } from '../api/types'
import type { Example } from './board'
import written from './examples.json'

/** Requirements to begin from, by board; the server's tests read the same file and look for what they find. */
export const examples = written as unknown as Record<BoardCode, readonly Example[]>
