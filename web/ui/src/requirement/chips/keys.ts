import type { ReactNode } from 'react'
import type { Attribute, Criterion } from '../../api/types'

/**
 * The chip of a criterion, by its place among the criteria.
 * @param words The client's words for it, where it says just that.
 * @param machine Which of its machines the chip stands for; left out: all that it asks.
 */
export type Chip = (index: number, words?: string, machine?: number) => ReactNode

/** One key a criterion: its attribute, and which of those on that attribute it is. Editing changes no key. */
export function keysOf(criteria: Criterion[]): string[] {
  const seen = new Map<string, number>()
  return criteria.map(({ attribute }) => {
    const count = seen.get(attribute) ?? 0
    seen.set(attribute, count + 1)
    return `${attribute}#${count}`
  })
}

/** The key of a chip that stands for one machine of a criterion. */
export const chipKey = (key: string, machine: number | undefined) => (machine === undefined ? key : `${key}#${machine}`)

/** The criterion without one of its machines; undefined: it has no other. */
export function withoutMachine(criterion: Criterion, machine: number): Criterion | undefined {
  const machines = criterion.machines?.filter((_, at) => at !== machine)
  return machines?.length ? { ...criterion, machines } : undefined
}

export const isMust = ({ strength }: Criterion) => (strength ?? 'must') === 'must'

/** Whether several criteria may be on the attribute: for uses and codes each asks for one more. */
export const isRepeatable = ({ kind }: Attribute) => kind === 'use' || kind === 'tags'

/**
 * The key of the criterion that stands for a wish on the attribute already; undefined: a new one is to be added.
 */
export const keyHeld = (attribute: Attribute, criteria: Criterion[]) =>
  isRepeatable(attribute) || !criteria.some((one) => one.attribute === attribute.code)
    ? undefined
    : `${attribute.code}#0`
