import type { Profiled } from '../../api/records'
import type { Words } from '../../i18n/i18n'
import { valueOf } from '../list/names'

/** Area and rent of one of the spaces that are taken together, as far as they are known. */
export function memberFacts(member: Profiled | undefined, { format }: Words) {
  const fact = (code: string, unit: string) => {
    const value = valueOf(member, undefined, code)
    return typeof value === 'number' ? [format.quantity(value, unit)] : []
  }
  return [...fact('area', 'm2'), ...fact('rent', 'HKD/m2/month')].join(' · ')
}
