import type { Attribute, Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { CheckBox } from '../../kit/fields/Field'
import type { Facet } from './maths/bins'
import { chosenOf, withChoice } from './maths/choices'

/** A list of codes to choose from, each with how many the list holds of it and how many more it would bring. */
export function Choices({
  attribute,
  criteria,
  facet,
  onChange,
}: {
  attribute: Attribute
  criteria: Criterion[]
  facet: Facet | undefined
  onChange: (criteria: Criterion[]) => void
}) {
  const { t, text } = useWords()
  const chosen = chosenOf(criteria, attribute)
  const counted = new Map(facet?.values?.map((value) => [value.code, value]))
  const codes = attribute.kind === 'flag' ? ['yes', 'no'] : (attribute.values ?? []).map(({ code }) => code)
  const nameOf = (code: string) =>
    attribute.kind === 'flag' ? t(code) : text(attribute.values?.find((one) => one.code === code)?.label) || code
  // Codes that nothing has are left out, unless they are asked for.
  const shown = codes.filter((code) => chosen.includes(code) || !facet || (counted.get(code)?.relaxed ?? 0) > 0)
  return (
    <fieldset className="choices">
      <legend className="label">{text(attribute.label)}</legend>
      {shown.map((code) => {
        const { count = 0, relaxed = 0 } = counted.get(code) ?? {}
        return (
          <CheckBox
            key={code}
            label={
              <>
                <span>{nameOf(code)}</span>
                <span className="meta nums">
                  {count}
                  {relaxed > count && <b> +{relaxed - count}</b>}
                </span>
              </>
            }
            checked={chosen.includes(code)}
            onChange={(event) => onChange(withChoice(criteria, attribute, code, event.target.checked))}
          />
        )
      })}
    </fieldset>
  )
}
