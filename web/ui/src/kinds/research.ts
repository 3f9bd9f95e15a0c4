import type { BoardRow } from './board'
import { examples } from './examples'

/** R&D centres. */
export const research: BoardRow = {
  collection: 'centres',
  menu: ['visitor', 'owner', 'enterprise', 'firm', 'office'],
  seekers: ['enterprise', 'firm'],
  asksOffice: true,
  mapped: true,
  keyAttributes: ['platform', 'readiness', 'fields'],
  filters: ['readiness'],
  choices: ['platform', 'contractResearch', 'licensing', 'testing'],
  groups: [
    ['topics', ['fields', 'technologies', 'equipment']],
    ['offers', ['readiness', 'contractResearch', 'licensing', 'testing']],
    ['place', ['platform', 'location']],
  ],
  examples: examples.research,
}
