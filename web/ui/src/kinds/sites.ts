import type { BoardRow } from './board'

/** Spaces in industrial buildings. */
export const sites: BoardRow = {
  collection: 'spaces',
  menu: ['visitor', 'owner', 'enterprise', 'firm', 'office'],
  seekers: ['enterprise', 'firm'],
  inBuildings: true,
  mapped: true,
  keyAttributes: ['district', 'area', 'rent'],
  groups: [
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
    [
      'planning',
      [
        'zone',
        'leaseUser',
        'uses',
        'district',
        'location',
        'stationDistance',
        'yearCompleted',
        'storeys',
        'singleOwner',
      ],
    ],
    [
      'facilities',
      ['cleanRoom', 'wastewater', 'exhaust', 'sprinklers', 'dangerousGoodsStore', 'dangerousGoodsNeighbour'],
    ],
  ],
  examples: [
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
  ],
}
