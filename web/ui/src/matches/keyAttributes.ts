import type { BoardCode } from '../api/types'

/** The attributes by which the rows of a board differ at a glance. */
export const keyAttributes: Record<BoardCode, string[]> = {
  sites: ['district', 'area', 'rent'],
  partners: ['district', 'employees', 'machineHours', 'leadTime'],
  research: ['platform', 'readiness', 'fields'],
  opportunities: ['industry', 'orderSize', 'startFrom', 'district'],
}
