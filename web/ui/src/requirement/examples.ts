import type { BoardCode, Criterion } from '../api/types'

export interface Example {
  key: string
  criteria: Criterion[]
}

const sites: Example[] = [
  {
    key: 'lifeAndHealth',
    criteria: [
      { attribute: 'uses', op: 'allows', value: 'production', strength: 'must', weight: 7 },
      { attribute: 'area', op: 'between', min: 300, max: 2500, strength: 'must', weight: 8 },
      { attribute: 'floorLoading', op: 'atLeast', limit: 5, ideal: 10, strength: 'must', weight: 8 },
      { attribute: 'headroom', op: 'atLeast', limit: 3.2, ideal: 4, strength: 'prefer', weight: 6 },
      { attribute: 'power', op: 'atLeast', limit: 200, ideal: 400, strength: 'prefer', weight: 6 },
      { attribute: 'rent', op: 'atMost', limit: 215.3, ideal: 129.2, strength: 'prefer', weight: 7 },
    ],
  },
  {
    key: 'robotics',
    criteria: [
      { attribute: 'uses', op: 'allows', value: 'researchAndDevelopment', strength: 'must', weight: 7 },
      { attribute: 'area', op: 'atLeast', limit: 200, ideal: 800, strength: 'must', weight: 6 },
      { attribute: 'headroom', op: 'atLeast', limit: 3.5, ideal: 4.5, strength: 'must', weight: 8 },
      { attribute: 'liftCapacity', op: 'atLeast', limit: 2000, ideal: 3000, strength: 'prefer', weight: 6 },
      {
        attribute: 'location',
        op: 'within',
        of: { lat: 22.3122, lon: 114.2265 },
        limit: 2000,
        ideal: 500,
        strength: 'prefer',
        weight: 4,
      },
    ],
  },
  {
    key: 'aiAndData',
    criteria: [
      { attribute: 'uses', op: 'allows', value: 'dataCentre', strength: 'prefer', weight: 8 },
      { attribute: 'power', op: 'atLeast', limit: 400, ideal: 1600, strength: 'must', weight: 9 },
      { attribute: 'floorLoading', op: 'atLeast', limit: 7.5, ideal: 10, strength: 'must', weight: 8 },
      { attribute: 'backupPower', op: 'is', value: true, strength: 'prefer', weight: 6 },
      { attribute: 'airConditioning24h', op: 'is', value: true, strength: 'prefer', weight: 6 },
    ],
  },
]

const covers = (attribute: string, value: string, strength: 'must' | 'prefer' = 'must', weight = 6): Criterion => ({
  attribute,
  op: 'covers',
  value,
  strength,
  weight,
})

const partners: Example[] = [
  {
    key: 'deviceParts',
    criteria: [
      covers('capabilities', 'process/machining/cnc', 'must', 8),
      covers('certifications', 'iso-13485', 'prefer', 8),
      { attribute: 'tolerance', op: 'atMost', limit: 0.05, ideal: 0.01, strength: 'prefer', weight: 6 },
      { attribute: 'smallestOrder', op: 'atMost', limit: 500, ideal: 50, strength: 'prefer', weight: 5 },
      { attribute: 'confidentiality', op: 'is', value: true, strength: 'prefer', weight: 5 },
    ],
  },
  {
    key: 'sheetMetal',
    criteria: [
      covers('capabilities', 'process/sheet-metal', 'must', 8),
      { attribute: 'leadTime', op: 'atMost', limit: 30, ideal: 10, strength: 'prefer', weight: 6 },
      { attribute: 'prototypes', op: 'is', value: true, strength: 'prefer', weight: 4 },
    ],
  },
]

const research: Example[] = [
  { key: 'healthResearch', criteria: [covers('fields', 'strategic/lifeAndHealth')] },
  { key: 'robotResearch', criteria: [covers('fields', 'strategic/robotics')] },
]

const opportunities: Example[] = [{ key: 'machiningOrders', criteria: [covers('needs', 'process/machining')] }]

/**
 * Requirements to begin from, of three of the strategic industries; the first of a board is what a first visitor sees.
 */
export const examples: Record<BoardCode, Example[]> = { sites, partners, research, opportunities }
