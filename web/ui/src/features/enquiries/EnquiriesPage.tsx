import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSchema } from '../../api/boards'
import { at, request } from '../../api/client'
import { isOffice, useMe } from '../../api/session'
import type { Enquiry, Page } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextArea } from '../../kit/Field'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { RequirementChips } from '../../requirement/RequirementChips'

/** The office's queue of what no list answers; for a party its own questions with their answers. */
export default function EnquiriesPage() {
  const { t } = useWords()
  const { me } = useMe()
  const { data, error, isPending } = useQuery({
    queryKey: ['enquiries'], refetchInterval: 20_000,
    queryFn: ({ signal }) => request<Page<Enquiry>>('/api/enquiries?limit=500', { signal }), select: (page) => page.items,
  })
  const open = data?.filter(({ status }) => status === 'open') ?? []
  const answered = data?.filter(({ status }) => status === 'answered') ?? []
  return (
    <div className="page">
      <PageHeading title={t('nav.enquiries')} />
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data?.length === 0 && <p>{t('enquiry.none')}</p>}
      {open.length > 0 && <h2>{t('enquiry.open', { count: open.length })}</h2>}
      {open.map((enquiry) => <Card key={enquiry.id} enquiry={enquiry} office={isOffice(me)} />)}
      {answered.length > 0 && <h2>{t('enquiry.answered')}</h2>}
      {answered.map((enquiry) => <Card key={enquiry.id} enquiry={enquiry} office={false} />)}
    </div>
  )
}

function Card({ enquiry, office }: { enquiry: Enquiry; office: boolean }) {
  const { t } = useWords()
  const schema = useSchema(enquiry.board)
  return (
    <article className="card">
      <p className="prose">{enquiry.text}</p>
      <p className="meta"><span className="tag">{t(`nav.${enquiry.board}`)}</span> {office && enquiry.owner}</p>
      {enquiry.criteria.length > 0 && schema.attributes.length > 0 && <RequirementChips criteria={enquiry.criteria} schema={schema} />}
      {enquiry.answer && <p className="prose answer"><b>{t('enquiry.answer')}</b> {enquiry.answer}</p>}
      {office && <Answering enquiry={enquiry} />}
    </article>
  )
}

function Answering({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [answer, setAnswer] = useState('')
  const [error, setError] = useState<unknown>()
  const send = () => request<Enquiry>(at('enquiries', enquiry.id), { method: 'PUT', version: enquiry.version, body: { ...enquiry, status: 'answered', answer } })
    .then(() => cache.invalidateQueries({ queryKey: ['enquiries'] }), setError)
  return (
    <div className="answering">
      <ProblemNotice error={error} />
      <TextArea label={t('enquiry.answer')} value={answer} maxLength={4000} rows={2} onChange={(event) => setAnswer(event.target.value)} />
      <Button look="primary" disabled={!answer.trim()} onClick={() => void send()}>{t('enquiry.reply')}</Button>
    </div>
  )
}
