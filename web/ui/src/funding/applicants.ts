import type { KeptAssessment } from '../api/programmes'
import { type Audience, type Said, saidOf } from './programmes'

interface Kind {
  /** What stands before the party's id in the applicant's, by which records and the hub name it. */
  prefix: string
  /** For whom its people look first. */
  audience: Audience
  /** What its form says until its people say otherwise, where nothing is kept. */
  usual: Said['flags']
}

const kinds = {
  enterprises: { prefix: '', audience: 'enterprise', usual: {} },
  // A firm is listed as a manufacturer.
  firms: { prefix: 'firms/', audience: 'manufacturer', usual: { manufacturer: true } },
} satisfies Record<string, Kind>

/** A party that may be an applicant. */
export interface Party {
  collection: keyof typeof kinds
  id: string
}

export const applicantId = ({ collection, id }: Party) => `${kinds[collection].prefix}${id}`

export const audienceOf = ({ collection }: Party): Audience => kinds[collection].audience

/** What a party's form begins with: what is kept of it; else what follows from its own record and is usual. */
export function beginning({ collection }: Party, on: string, { applicant, facts }: KeptAssessment): Said {
  const said = saidOf(on, facts)
  return applicant ? said : { ...said, flags: { ...kinds[collection].usual, ...said.flags } }
}
