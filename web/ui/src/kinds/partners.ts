import type { BoardRow } from './board'
import { examples } from './examples'

/** Manufacturers. */
export const partners: BoardRow = {
  collection: 'firms',
  menu: ['enterprise', 'firm', 'office'],
  seekers: ['enterprise', 'firm'],
  mapped: true,
  mutual: true,
  inConsortia: true,
  keyAttributes: ['district', 'employees', 'machineHours', 'leadTime'],
  filters: ['leadTime', 'machineHours', 'smallestOrder', 'employees', 'tolerance', 'workshopArea', 'stationDistance'],
  choices: ['district', 'prototypes', 'confidentiality', 'exporter'],
  datedTags: ['certifications'],
  groups: [
    ['make', ['capabilities', 'materials', 'industries', 'prototypes']],
    ['certified', ['certifications', 'confidentiality']],
    ['capacity', ['machineHours', 'smallestOrder', 'leadTime', 'tolerance', 'workshopArea']],
    ['place', ['district', 'location', 'stationDistance']],
    ['company', ['employees', 'researchStaff', 'founded', 'exporter']],
    ['plans', ['smartLevel', 'upgrading']],
  ],
  examples: examples.partners,
}
