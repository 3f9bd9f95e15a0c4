import { type RefObject, useState } from 'react'
import type { Attribute } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { mayCombine, numbersTogether } from '../../kinds/boards'
import { Button } from '../../kit/Button'
import { SelectField } from '../../kit/fields/Field'
import { Popup } from '../../kit/overlays/Popup'
import { BinTables } from './tables/BinTables'
import { Choices } from './Choices'
import type { FiltersProps } from './Filters'
import { Histograms } from './Histograms'
import { useFacets } from './useFacets'

/** Further filters, and lists of codes to choose from, over the page. */
export default function MoreFilters({
  attributes,
  lists,
  triggerRef,
  onClose,
  ...asked
}: FiltersProps & {
  attributes: Attribute[]
  lists: Attribute[]
  triggerRef: RefObject<HTMLElement | null>
  onClose: () => void
}) {
  const { board, criteria, combine, onChange, onCombine } = asked
  const { t } = useWords()
  const [asTable, setAsTable] = useState(false)
  const codes = (of: Attribute[]) => of.map(({ code }) => code)
  const counted = useFacets(board, criteria, combine, codes(attributes))
  const { facets: ofLists } = useFacets(board, criteria, combine, codes(lists))
  return (
    <Popup label={t('filters.label')} triggerRef={triggerRef} onClose={onClose} className="more-filters">
      {asTable ? (
        <BinTables attributes={attributes} criteria={criteria} facets={counted.facets} />
      ) : (
        <>
          {mayCombine(board, criteria) && (
            <SelectField
              label={t('combine.label')}
              options={[
                { value: '', label: t('combine.single') },
                ...numbersTogether.map((count) => ({ value: `${count}`, label: t('combine.upTo', { count }) })),
              ]}
              value={combine ?? ''}
              onChange={(event) => onCombine(Number(event.target.value) || undefined)}
            />
          )}
          <div className="more-grid">
            <Histograms {...asked} attributes={attributes} counted={counted} />
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
        {counted.count !== undefined && (
          <span className="meta nums" role="status">
            {t(`${board}.count`, { count: counted.count })}
          </span>
        )}
        <Button look={['small', 'primary']} onClick={onClose}>
          {t('requirement.done')}
        </Button>
      </div>
    </Popup>
  )
}
