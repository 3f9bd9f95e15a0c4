import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { storeOf } from '../../api/records'
import { isOffice, useMe } from '../../api/session'
import type { Firm } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { Completeness } from '../../records/facts/Completeness'
import { Questions } from '../../records/facts/Questions'
import { useRecordEditor } from '../../records/useRecordEditor'
import { FirmEditor } from './FirmEditor'
import { LackPanel } from './LackPanel'
import { Merged, MergeFirm } from './MergeFirm'

/** A manufacturer's profile: its own people and the office edit it. */
export default function FirmPage({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: ['firms', id],
    queryFn: ({ signal }) => api.get('/api/firms/{id}', { path: { id }, signal }),
  })
  if (data) return <Profile firm={data} />
  return (
    <div className="page">
      <PageHeading title={t('nav.firms')} />
      <ProblemNotice error={error} />
      {!error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

function Profile({ firm }: { firm: Firm }) {
  const { t, text } = useWords()
  const { me } = useMe()
  const [, go] = useLocation()
  const cache = useQueryClient()
  const schema = useSchema('partners')
  const [merging, setMerging] = useState(false)
  const own = me?.firm === firm.id
  const editor = useRecordEditor<Firm>(
    storeOf('firms', firm.id),
    firm,
    (saved) => cache.setQueryData(['firms', firm.id], saved),
    t(own ? 'record.ownSource' : 'record.officeSource'),
  )
  const { draft } = editor
  return (
    <div className="page with-save-bar">
      <div className="page-head">
        <div>
          <PageHeading title={text(firm.name) || firm.id} />
          <p className="meta">
            {own && t('firm.ownHint')} {firm.sample && <span className="tag sample">{t('sample')}</span>}{' '}
            {!firm.public && <span className="tag">{t('record.notPublic')}</span>}
          </p>
        </div>
        {isOffice(me) && (
          <div className="row">
            <Link className="button" href={`/firms/${firm.id}/programmes`}>
              {t('nav.programmes')}
            </Link>
            <Link className="button" href={`/firms/${firm.id}/upgrade`}>
              {t('nav.upgrade')}
            </Link>
            <Button onClick={() => setMerging(true)}>{t('merge.action')}</Button>
          </div>
        )}
      </div>
      {isOffice(me) && <Merged into={firm} />}
      <Questions record={draft} own={own} schema={schema} onConfirm={editor.confirm} />
      <div className="side-by-side">
        <Completeness record={draft} schema={schema} />
        {own && <LackPanel firm={draft} schema={schema} />}
      </div>
      <FirmEditor editor={editor} schema={schema} office={isOffice(me)} />
      {merging && (
        <MergeFirm
          firm={firm}
          onClose={() => setMerging(false)}
          onMerged={(into) => go(`/firms/${into}?merged=${firm.id}`)}
        />
      )}
    </div>
  )
}
