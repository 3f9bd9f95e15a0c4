import type { Attribute } from '../../../api/types'
import type { Words } from '../../../i18n/i18n'
import { describeValue } from '../../../score/describe'
import type { Place, PlaceNeeds } from '../../../upgrade/types'

type Fact = Place['steps'][number]['facts'][number]

/** What a step asks of a place and what is there, both numbers where both are known, and else what would settle it. */
export function factText({ attribute, needed, actual }: Fact, schema: Attribute | undefined, words: Words): string {
  const { t, text } = words
  const name = text(schema?.label) || attribute
  const told = (value: number) => describeValue(value, schema, words)
  if (schema?.kind === 'path') return t('upgrade.places.fact.machines', { name })
  if (typeof actual === 'boolean')
    return t(`upgrade.places.fact.${actual ? 'there' : attribute === 'cleanRoom' ? 'fitted' : 'missing'}`, { name })
  if (schema?.kind === 'flag') return t('upgrade.places.fact.unknown', { name })
  const has = typeof actual === 'number' ? told(actual) : undefined
  const asks = needed === undefined ? undefined : told(needed)
  if (has && asks) return t('upgrade.places.fact.both', { name, needed: asks, actual: has })
  if (has) return t('upgrade.places.fact.has', { name, actual: has })
  if (asks) return t('upgrade.places.fact.needs', { name, needed: asks })
  return t('upgrade.places.fact.unknown', { name })
}

/** A month's rent beside the present one, where both are known. */
export function rentText(rent: number, now: number | undefined, { t, format }: Words): string {
  const amount = t('upgrade.places.rentIs', { rent: format.money(rent) })
  if (now === undefined) return amount
  if (rent === now) return `${amount} · ${t('upgrade.places.rentSame')}`
  const by = format.money(Math.abs(rent - now))
  return `${amount} · ${t(rent > now ? 'upgrade.places.rentMore' : 'upgrade.places.rentLess', { by })}`
}

/** The numbers that a firm can state for its steps, in the order in which they ask for them. */
export const numbersOf = (needs: readonly string[]) =>
  (['floorLoading', 'pointLoad', 'headroom', 'power'] as const satisfies readonly (keyof PlaceNeeds)[]).filter((code) =>
    needs.includes(code),
  )
