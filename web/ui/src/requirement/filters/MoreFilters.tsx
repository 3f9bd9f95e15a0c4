import { type RefObject, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { Attribute, BoardCode, Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Popup } from '../../kit/overlays/Popup'
import { BinTable } from './BinTable'
import { Choices } from './Choices'
import { Histogram } from './Histogram'
import { criterionOn, withCriterion } from './maths/knobs'
import { useFacets } from './useFacets'

/** Further filters, and lists of codes to choose from, over the page. */
export default function MoreFilters({
  board,
  criteria,
  schema,
  attributes,
  lists,
  triggerRef,
  onChange,
  onClose,
}: {
  board: BoardCode
  criteria: Criterion[]
  schema: Schema
  attributes: Attribute[]
  lists: Attribute[]
  triggerRef: RefObject<HTMLElement | null>
  onChange: (criteria: Criterion[]) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const [asTable, setAsTable] = useState(false)
  const codes = (of: Attribute[]) => of.map(({ code }) => code)
  const { facets, count, isCurrent } = useFacets(board, criteria, codes(attributes))
  const { facets: ofLists } = useFacets(board, criteria, codes(lists))
  return (
    <Popup label={t('filters.label')} triggerRef={triggerRef} onClose={onClose} className="more-filters">
      {asTable ? (
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
      ) : (
        <>
          <div className="more-grid">
            {attributes.map((attribute) => (
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
            ))}
          </div>
          <div className="more-grid choices-grid">
            {lists.map((attribute) => (
              <Choices
                key={attribute.code}
                attribute={attribute}
                criteria={criteria}
                facet={ofLists.get(attribute.code)}
                onChange={onChange}
              />
            ))}
          </div>
        </>
      )}
      <div className="more-foot">
        {attributes.length > 0 && (
          <Button look={['small', 'quiet']} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'filters.asBars' : 'filters.asTable')}
          </Button>
        )}
        {count !== undefined && (
          <span className="meta nums" role="status">
            {t(`${board}.count`, { count })}
          </span>
        )}
        <Button look={['small', 'primary']} onClick={onClose}>
          {t('requirement.done')}
        </Button>
      </div>
    </Popup>
  )
}
