import './journal.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { api, linkTo } from '../../api/client'
import type { JournalCheck } from '../../api/introductions'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { SelectField } from '../../kit/fields/Field'
import { PageHeading } from '../../kit/PageHeading'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { partyCollections, type PartyCollection } from '../../kinds/kinds'
import { RecordPicker } from '../../records/RecordPicker'
import { Timeline } from './Timeline'

/** What was done to any company's records, for the auditor; which company stands in the address. */
export default function JournalPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const of = search.get('of') ?? ''
  const [given, id] = of.split('/') as [string, string?]
  const [picked, setPicked] = useState<PartyCollection>()
  const collection = picked ?? partyCollections.find((name) => name === given) ?? 'enterprises'
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('nav.journal')} />
        <Verification />
      </div>
      <p className="meta">{t('journal.intro')}</p>
      <div className="grid">
        <SelectField
          label={t('journal.kindOf')}
          value={collection}
          options={partyCollections.map((value) => ({ value, label: t(`journal.collection.${value}`) }))}
          onChange={(event) => setPicked(event.target.value as PartyCollection)}
        />
        <RecordPicker
          key={collection}
          collection={collection}
          label={t('journal.company')}
          value={collection === given ? id : undefined}
          onChange={(record) => setSearch({ of: `${collection}/${record.id}` })}
        />
      </div>
      {id ? <Company key={of} of={of} /> : <p>{t('journal.choose')}</p>}
    </div>
  )
}

function Company({ of }: { of: string }) {
  const { t, text } = useWords()
  const [collection, id] = of.split('/') as [PartyCollection, string]
  const { data } = useQuery({
    queryKey: [collection, id],
    retry: false,
    queryFn: ({ signal }) => api.get(`/api/${collection}/{id}` as const, { path: { id }, signal }),
  })
  return (
    <section className="stacked">
      <div className="page-head">
        <h2>{t('journal.of', { name: text(data?.name) || of })}</h2>
        <a className="button" href={linkTo('/api/exports/journal.csv', { query: { of } })} download>
          {t('journal.export')}
        </a>
      </div>
      <Timeline of={of} />
    </section>
  )
}

/** Recounts the whole chain; that takes a while, so it is done when asked for. */
function Verification() {
  const { t } = useWords()
  const { run, busy, result: found, error } = useSave<JournalCheck>()
  return (
    <div className="row">
      <Button disabled={busy} onClick={() => void run(() => api.get('/api/journal/verification'))}>
        {t('journal.verify')}
      </Button>
      {busy && (
        <span className="meta" role="status">
          {t('journal.verifying')}
        </span>
      )}
      {found &&
        (found.whole ? (
          <Notice look="ok">{t('journal.whole')}</Notice>
        ) : (
          <Notice look="danger">
            {t(found.missing ? 'journal.missing' : 'journal.altered', { number: found.firstBad })}
          </Notice>
        ))}
      <ProblemNotice error={error} />
    </div>
  )
}
