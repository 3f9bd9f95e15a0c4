import { type BoardRow, covers } from './board'

/** Manufacturers. */
export const partners: BoardRow = {
  collection: 'firms',
  menu: ['enterprise', 'firm', 'office'],
  seekers: ['enterprise', 'firm'],
  mapped: true,
  mutual: true,
  inConsortia: true,
  keyAttributes: ['district', 'employees', 'machineHours', 'leadTime'],
  datedTags: ['certifications'],
  groups: [
    ['make', ['capabilities', 'materials', 'industries', 'prototypes']],
    ['certified', ['certifications', 'confidentiality']],
    ['capacity', ['machineHours', 'smallestOrder', 'leadTime', 'tolerance', 'workshopArea']],
    ['place', ['district', 'location', 'stationDistance']],
    ['company', ['employees', 'researchStaff', 'founded', 'exporter']],
    ['plans', ['smartLevel', 'upgrading']],
  ],
  examples: [
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
  ],
}
