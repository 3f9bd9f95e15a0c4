import type { BoardCode } from '../api/types'

/** The attributes that tell the rows of a board apart at a glance. */
export const telling: Record<BoardCode, string[]> = {
  sites: ['district', 'area', 'rent'],
  partners: ['district', 'employees', 'machineHours', 'leadTime'],
  research: ['platform', 'readiness', 'fields'],
  opportunities: ['industry', 'orderSize', 'startFrom', 'district'],
}
