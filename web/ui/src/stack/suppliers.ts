import type { LocalText } from '../api/types'
import { compare } from '../kit/order/compare'
import { groupBy } from '../kit/order/groupBy'
import { textsOf } from '../kit/text/plain'

/** A firm in the same building. */
export interface Supplier {
  id: string
  name: string
  /** What it can make, in words. */
  makes: string
  /** undefined: its address does not tell. */
  floor: number | undefined
  /** By the requirement on partners; undefined: there is none, or it does not meet it. */
  score: number | undefined
}

/** The floor that an address names: `Unit 3, 12/F`, `12樓3室`, `G/F`, `地下`. undefined: it names none. */
export function floorOf(address: LocalText | string | undefined): number | undefined {
  for (const text of textsOf(address)) {
    const number = /(?<!\d)(\d{1,3})\s*(?:\/\s*F\b|字?樓|字?楼|層|层)/i.exec(text)
    if (number) return Number(number[1])
    if (/\bG\s*\/\s*F\b|地下|地面層|地面层/i.test(text)) return 0
  }
  return undefined
}

/** Suppliers by floor from the top, the best first; those of no known floor are left out. */
export function byFloor(suppliers: readonly Supplier[]): [floor: number, suppliers: Supplier[]][] {
  const placed = suppliers.flatMap((supplier) =>
    supplier.floor === undefined ? [] : [{ ...supplier, floor: supplier.floor }],
  )
  return [...groupBy(placed, ({ floor }) => floor)]
    .sort(([a], [b]) => b - a)
    .map(([floor, on]) => [floor, on.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || compare(a.id, b.id))])
}
