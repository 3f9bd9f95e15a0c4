import type { SizeBand } from './introductions'
import type { Named } from './types'

export interface Enterprise {
  id: string
  name: Named
  industry?: string
  confidential?: boolean
  size?: SizeBand
  /** Names of its people and brands, at which no alias may hint. */
  brands?: string[]
  sample?: boolean
  version: number
}

/** Who of the office may know of a confidential project; `version` is the enterprise's. */
export interface Clearance {
  officers: string[]
  version: number
}
