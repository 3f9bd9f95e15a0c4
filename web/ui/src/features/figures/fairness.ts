/** Per cent of a total; nothing of nothing is 0. */
export const shareOf = (count: number, total: number) => (total > 0 ? (100 * count) / total : 0)

/** How many percentage points more than deserved, to a tenth; below 0: fewer. */
export const pointsApart = (real: number, expected: number) => Math.round(10 * (real - expected)) / 10
