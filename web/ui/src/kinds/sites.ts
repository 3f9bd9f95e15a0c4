import type { BoardRow } from './board'
import { examples } from './examples'

/** Spaces in industrial buildings. */
export const sites: BoardRow = {
  collection: 'spaces',
  menu: ['visitor', 'owner', 'enterprise', 'firm', 'office'],
  seekers: ['enterprise', 'firm'],
  inBuildings: true,
  mapped: true,
  keyAttributes: ['district', 'area', 'rent'],
  filters: [
    'rent',
    'area',
    'floorLoading',
    'headroom',
    'power',
    'stationDistance',
    'availableFrom',
    'leaseMonths',
    'liftCapacity',
  ],
  choices: ['district', 'kind', 'tenure', 'rampAccess', 'access24h', 'sprinklers'],
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
        'path',
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
        'admission',
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
  examples: examples.sites,
}
