import type { Attribute, Criterion } from '../../../api/types'
import { BinTable } from './BinTable'
import { criterionOn } from '../maths/knobs'
import type { Facets } from '../useFacets'

/** Filters as tables; what is not counted yet comes when it is. */
export function BinTables({
  attributes,
  criteria,
  facets,
}: {
  attributes: Attribute[]
  criteria: Criterion[]
  facets: Facets['facets']
}) {
  return (
    <div className="bin-tables">
      {attributes.map((attribute) => {
        const facet = facets.get(attribute.code)
        return (
          facet && (
            <BinTable
              key={attribute.code}
              attribute={attribute}
              criterion={criterionOn(criteria, attribute)}
              facet={facet}
            />
          )
        )
      })}
    </div>
  )
}
