import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import type { RecordOf } from '../../api/records'
import type { Named } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { kinds, type ListingCollection, listingOf } from '../../kinds/kinds'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { NameFields } from '../../records/fields/RecordFields'
import { RecordList } from '../../records/RecordList'
import { describeValue } from '../../score/describe'

/** The office's list of a kind of listing. */
export default function ListingsPage({ collection }: { collection: ListingCollection }) {
  const words = useWords()
  const { t } = words
  const { board, texts, shown } = listingOf(collection)
  const schema = useSchema(board)
  const [, go] = useLocation()
  const [creating, setCreating] = useState(false)
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t(`nav.${collection}`)} />
        <Button look="primary" onClick={() => setCreating(true)}>
          {t(`${texts}.create`)}
        </Button>
      </div>
      <RecordList
        collection={collection}
        describe={({ values }) =>
          shown
            .filter((code) => code in values)
            .map((code) => describeValue(values[code], schema.byCode.get(code), words))
            .join(' · ')
        }
      />
      {creating && (
        <NewListing
          collection={collection}
          onClose={() => setCreating(false)}
          onSaved={({ id }) => go(kinds[collection].page(id))}
        />
      )}
    </div>
  )
}

function NewListing({
  collection,
  onSaved,
  onClose,
}: {
  collection: ListingCollection
  onSaved: (listing: RecordOf[ListingCollection]) => void
  onClose: () => void
}) {
  const { texts } = listingOf(collection)
  const { t } = useWords()
  const [name, setName] = useState<Named>({})
  const [error, setError] = useState<unknown>()
  const save = () =>
    api.post(`/api/${collection}`, { body: { name, values: {}, public: false } }).then(onSaved, setError)
  return (
    <Dialog
      title={t(`${texts}.create`)}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={() => void save()}>
          {t(`${texts}.create`)}
        </Button>
      }
    >
      <ProblemNotice error={error} />
      <NameFields name={name} errors={{}} onChange={setName} />
    </Dialog>
  )
}
