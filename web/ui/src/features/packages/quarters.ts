export interface Quarter {
  year: number
  /** 1 to 4. */
  quarter: number
  amount: number
  /** With all quarters before it. */
  soFar: number
}

/**
 * What is paid in each quarter of a lease: as much each month, on the day of the month on which it began, or on the
 * last of a shorter month.
 */
export function quartersOf(from: string, months: number, monthly: number): Quarter[] {
  const [year, month] = from.split('-').map(Number) as [number, number]
  const quarters: Quarter[] = []
  for (let paid = 0; paid < months; paid++) {
    const at = year * 12 + month - 1 + paid
    const [ofYear, quarter] = [Math.floor(at / 12), Math.floor((at % 12) / 3) + 1]
    const last = quarters.at(-1)
    if (last?.year === ofYear && last.quarter === quarter) {
      last.amount += monthly
      last.soFar += monthly
    } else {
      quarters.push({ year: ofYear, quarter, amount: monthly, soFar: (last?.soFar ?? 0) + monthly })
    }
  }
  return quarters
}
