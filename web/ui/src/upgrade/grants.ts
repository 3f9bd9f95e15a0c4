import type { UpgradePath } from './types'

/** What each programme gives to all steps together in the best plan, the most first. */
export function grantsOf({ steps }: Pick<UpgradePath, 'steps'>): { programme: string; grant: number }[] {
  const sums = new Map<string, number>()
  for (const { funding } of steps)
    if (funding && funding.amount > 0) sums.set(funding.programme, (sums.get(funding.programme) ?? 0) + funding.amount)
  return [...sums].map(([programme, grant]) => ({ programme, grant })).sort((a, b) => b.grant - a.grant)
}
