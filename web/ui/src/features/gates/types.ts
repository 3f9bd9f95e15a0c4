import type { Schemas } from '../../api/client'

export type GateRow = Schemas['GateRow']
export type GatePreview = Schemas['GatePreview']
