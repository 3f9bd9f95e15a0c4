import type { Attribute, BoardCode } from '../../api/types'

type Groups = [string, string[]][]

const sites: Groups = [
  ['space', ['area', 'floor', 'kind', 'tenure', 'availableFrom', 'leaseMonths']],
  ['money', ['rent', 'managementFee']],
  [
    'structure',
    [
      'headroom',
      'columnSpacing',
      'doorWidth',
      'doorHeight',
      'floorLoading',
      'pointLoad',
      'raisedFloor',
      'vibrationControlled',
    ],
  ],
  ['power', ['power', 'backupPower', 'airConditioning24h', 'gas']],
  [
    'goods',
    [
      'goodsLifts',
      'liftCapacity',
      'liftCarLength',
      'liftCarWidth',
      'liftCarHeight',
      'liftDoorWidth',
      'liftDoorHeight',
      'loadingBays',
      'vehicleLength',
      'rampAccess',
      'access24h',
    ],
  ],
  ['planning', ['zone', 'leaseUser', 'uses', 'district', 'location', 'yearCompleted', 'storeys', 'singleOwner']],
  [
    'facilities',
    ['cleanRoom', 'wastewater', 'exhaust', 'sprinklers', 'dangerousGoodsStore', 'dangerousGoodsNeighbour'],
  ],
]

const partners: Groups = [
  ['make', ['capabilities', 'materials', 'industries', 'prototypes']],
  ['certified', ['certifications', 'confidentiality']],
  ['capacity', ['machineHours', 'smallestOrder', 'leadTime', 'tolerance', 'workshopArea']],
  ['place', ['district', 'location']],
  ['company', ['employees', 'researchStaff', 'founded', 'exporter']],
  ['plans', ['smartLevel', 'upgrading']],
]

const research: Groups = [
  ['topics', ['fields', 'technologies', 'equipment']],
  ['offers', ['readiness', 'contractResearch', 'licensing', 'testing']],
  ['place', ['platform', 'location']],
]

const opportunities: Groups = [
  ['need', ['needs', 'certifications', 'prototypes']],
  ['order', ['annualSpend', 'orderSize', 'startFrom']],
  ['about', ['industry', 'district']],
]

const groups: Record<BoardCode, Groups> = { sites, partners, research, opportunities }

/** The board's attributes by what they are about; one that the page does not know yet goes under "other". */
export function grouped(attributes: Attribute[], board: BoardCode = 'sites') {
  const known = new Set(groups[board].flatMap(([, codes]) => codes))
  return [
    ...groups[board],
    ['other', attributes.map(({ code }) => code).filter((code) => !known.has(code))] as [string, string[]],
  ]
    .map(([key, codes]) => ({
      key,
      attributes: codes.flatMap((code) => attributes.find((attribute) => attribute.code === code) ?? []),
    }))
    .filter((group) => group.attributes.length > 0)
}
