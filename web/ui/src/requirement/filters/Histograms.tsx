import type { Attribute } from '../../api/types'
import type { FiltersProps } from './Filters'
import { Histogram } from './Histogram'
import { criterionOn, withCriterion } from './maths/knobs'
import type { Facets } from './useFacets'

/** One histogram an attribute, each of which changes the requirement in its place. */
export function Histograms({
  board,
  criteria,
  schema,
  onChange,
  attributes,
  counted: { facets, count, isCurrent },
}: FiltersProps & { attributes: Attribute[]; counted: Facets }) {
  return attributes.map((attribute) => (
    <Histogram
      key={attribute.code}
      board={board}
      attribute={attribute}
      criterion={criterionOn(criteria, attribute)}
      facet={facets.get(attribute.code)}
      total={isCurrent ? count : undefined}
      schema={schema}
      onChange={(next) => onChange(withCriterion(criteria, attribute.code, next))}
    />
  ))
}
