import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { PageHeading } from '../../kit/PageHeading'
import { RecordList } from '../../records/RecordList'
import { describeValue } from '../../score/describe'
import { NewFirm } from './NewFirm'

/** The office's list of firms. */
export default function FirmsPage() {
  const words = useWords()
  const { t } = words
  const schema = useSchema('partners')
  const [, go] = useLocation()
  const [creating, setCreating] = useState(false)
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('nav.firms')} />
        <Button look="primary" onClick={() => setCreating(true)}>
          {t('firm.create')}
        </Button>
      </div>
      <RecordList
        collection="firms"
        describe={({ values }) =>
          ['district', 'capabilities']
            .filter((code) => code in values)
            .map((code) => describeValue(values[code], schema.byCode.get(code), words))
            .join(' · ')
        }
      />
      {creating && <NewFirm onClose={() => setCreating(false)} onOpen={(id) => go(`/firms/${id}`)} />}
    </div>
  )
}
