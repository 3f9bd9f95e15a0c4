import type { Schemas } from './client'

export type Enterprise = Schemas['Enterprise']
/** Who of the office may know of a confidential project; `version` is the enterprise's. */
export type Clearance = Schemas['Clearance']
