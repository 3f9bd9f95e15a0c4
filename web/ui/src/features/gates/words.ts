import type { Schema } from '../../api/boards'
import type { GateRow } from './types'
import { useWords } from '../../i18n/i18n'
import type { Option } from '../../kit/fields/Field'

/** What the codes of the table are called. */
export interface GateWords {
  gates: Option[]
  zones: Option[]
  users: Option[]
  uses: Option[]
  verdicts: Option[]
}

export function useGateWords(schema: Schema): GateWords {
  const { t, text } = useWords()
  const listed = (attribute: string, withCode = false) =>
    (schema.byCode.get(attribute)?.values ?? []).map(({ code, label }) => {
      const name = text(label) || code
      return { value: code, label: withCode && name !== code ? `${code} ${name}` : name }
    })
  return {
    gates: ['plan', 'lease'].map((gate) => ({ value: gate, label: t(`gates.${gate}`) })),
    zones: listed('zone', true),
    users: listed('leaseUser'),
    uses: listed('uses'),
    verdicts: ['fits', 'needsPermission', 'doesNotFit'].map((verdict) => ({
      value: verdict,
      label: t(`use.${verdict}`),
    })),
  }
}

/** The keys of a gate; those of both where none is chosen. */
export const keysOf = ({ zones, users }: GateWords, gate: string) =>
  gate === 'plan' ? zones : gate === 'lease' ? users : [...zones, ...users]

export const labelIn = (options: Option[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value

export const keyOf = (words: GateWords, { gate, key }: GateRow) => labelIn(keysOf(words, gate), key)
