import type { RefObject } from 'react'
import type { Attribute, Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Popup } from '../../kit/overlays/Popup'
import { BinTable } from './BinTable'
import type { Facet } from './maths/bins'
import { criterionOn } from './maths/knobs'

/** The filters in sight as tables. */
export default function Tables({
  attributes,
  criteria,
  facets,
  triggerRef,
  onClose,
}: {
  attributes: Attribute[]
  criteria: Criterion[]
  facets: Map<string, Facet>
  triggerRef: RefObject<HTMLElement | null>
  onClose: () => void
}) {
  const { t } = useWords()
  return (
    <Popup label={t('filters.asTable')} triggerRef={triggerRef} onClose={onClose} className="more-filters">
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
      <div className="more-foot">
        <Button look={['small', 'primary']} onClick={onClose}>
          {t('requirement.done')}
        </Button>
      </div>
    </Popup>
  )
}
