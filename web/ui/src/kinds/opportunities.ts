import type { BoardRow } from './board'
import { examples } from './examples'

/** Needs that enterprises publish. */
export const opportunities: BoardRow = {
  collection: 'opportunities',
  menu: ['firm', 'office'],
  seekers: ['firm'],
  anonymous: true,
  mutual: true,
  comparesOwn: true,
  keyAttributes: ['needs', 'orderSize', 'startFrom', 'district'],
  filters: ['orderSize', 'annualSpend', 'startFrom'],
  choices: ['industry', 'district', 'prototypes'],
  groups: [
    ['need', ['needs', 'certifications', 'prototypes']],
    ['order', ['annualSpend', 'orderSize', 'startFrom']],
    ['about', ['industry', 'district']],
  ],
  examples: examples.opportunities,
}
