import type { Attribute } from '../../api/types'

const groups: [string, string[]][] = [
  ['space', ['area', 'floor', 'kind', 'tenure', 'availableFrom', 'leaseMonths']],
  ['money', ['rent', 'managementFee']],
  ['structure', ['headroom', 'columnSpacing', 'doorWidth', 'doorHeight', 'floorLoading', 'pointLoad', 'raisedFloor', 'vibrationControlled']],
  ['power', ['power', 'backupPower', 'airConditioning24h', 'gas']],
  ['goods', ['goodsLifts', 'liftCapacity', 'liftCarLength', 'liftCarWidth', 'liftCarHeight', 'liftDoorWidth', 'liftDoorHeight', 'loadingBays', 'vehicleLength', 'rampAccess', 'access24h']],
  ['planning', ['zone', 'leaseUser', 'uses', 'district', 'location', 'yearCompleted', 'storeys', 'singleOwner']],
  ['facilities', ['cleanRoom', 'wastewater', 'exhaust', 'sprinklers', 'dangerousGoodsStore', 'dangerousGoodsNeighbour']],
]

/** The board's attributes by what they are about; one that the page does not know yet goes under "other". */
export function grouped(attributes: Attribute[]) {
  const known = new Set(groups.flatMap(([, codes]) => codes))
  return [...groups, ['other', attributes.map(({ code }) => code).filter((code) => !known.has(code))] as [string, string[]]]
    .map(([key, codes]) => ({ key, attributes: attributes.filter(({ code }) => codes.includes(code)) }))
    .filter((group) => group.attributes.length > 0)
}
