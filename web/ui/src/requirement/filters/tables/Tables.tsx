import type { ComponentProps, RefObject } from 'react'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { Popup } from '../../../kit/overlays/Popup'
import { BinTables } from './BinTables'

/** The filters in sight as tables. */
export default function Tables({
  triggerRef,
  onClose,
  ...tables
}: ComponentProps<typeof BinTables> & { triggerRef: RefObject<HTMLElement | null>; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Popup label={t('filters.asTable')} triggerRef={triggerRef} onClose={onClose} className="more-filters">
      <BinTables {...tables} />
      <div className="more-foot">
        <Button look={['small', 'primary']} onClick={onClose}>
          {t('requirement.done')}
        </Button>
      </div>
    </Popup>
  )
}
