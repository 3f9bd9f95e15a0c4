import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { type RecordOf, storeOf } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import { type ListingCollection, listingOf } from '../../kinds/kinds'
import { DayField } from '../../kit/days/DayField'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { AddressFields } from '../../records/fields/AddressFields'
import { Completeness } from '../../records/facts/Completeness'
import { Questions } from '../../records/facts/Questions'
import { AttributeGroups, NameFields, OriginFields, SaveNotices } from '../../records/fields/RecordFields'
import { SaveBar } from '../../records/SaveBar'
import { useRecordEditor } from '../../records/useRecordEditor'
import { Seekers } from './Seekers'

/** What only some kinds have is left out by the others. */
type Listing = RecordOf[ListingCollection] & { validFrom?: string; validTo?: string }

/** One record of a kind of listing, for the office. */
export default function ListingPage({ collection, id }: { collection: ListingCollection; id: string }) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: [collection, id],
    queryFn: ({ signal }) => api.get(`/api/${collection}/{id}` as const, { path: { id }, signal }),
  })
  if (data) return <Editor collection={collection} listing={data} />
  return (
    <div className="page">
      <PageHeading title={t(`nav.${collection}`)} />
      <ProblemNotice error={error} />
      {!error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

function Editor({ collection, listing }: { collection: ListingCollection; listing: Listing }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const { board, texts, ends } = listingOf(collection)
  const schema = useSchema(board)
  const editor = useRecordEditor<Listing>(
    storeOf(collection, listing.id),
    listing,
    (saved) => cache.setQueryData([collection, listing.id], saved),
    t('record.officeSource'),
  )
  const { draft, set, errors } = editor
  return (
    <div className="page with-save-bar">
      <div>
        <PageHeading title={text(listing.name) || listing.id} />
        <p className="meta">
          {text(listing.address)} {listing.sample && <span className="tag sample">{t('sample')}</span>}
        </p>
      </div>
      <Questions record={draft} own={false} schema={schema} onConfirm={editor.confirm} />
      <Completeness record={draft} schema={schema} />
      <AttributeGroups board={board} schema={schema} editor={editor} open={3} provenance />
      <details className="card group" open>
        <summary>
          <h3>{t('group.record')}</h3>
        </summary>
        <div className="grid">
          <NameFields name={draft.name} errors={errors} onChange={(name) => set({ name })} />
          <AddressFields address={draft.address} errors={errors} onChange={(address) => set({ address })} />
          {ends && (
            <DayField
              label={t(`${texts}.validFrom`)}
              hint={t(`${texts}.validFromHint`)}
              value={draft.validFrom ?? ''}
              errors={errors.validFrom}
              onChange={(day) => set({ validFrom: day })}
            />
          )}
          {ends && (
            <DayField
              label={t(`${texts}.validTo`)}
              hint={t(`${texts}.validToHint`)}
              value={draft.validTo ?? ''}
              errors={errors.validTo}
              onChange={(day) => set({ validTo: day })}
            />
          )}
          <OriginFields record={draft} errors={errors} onChange={(change) => set(change)} />
        </div>
      </details>
      <Seekers collection={collection} values={listing.values} />
      <SaveNotices state={editor} schema={schema} />
      <SaveBar editor={editor} />
    </div>
  )
}
