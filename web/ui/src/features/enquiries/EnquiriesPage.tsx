import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { isOffice, useMe } from '../../api/session'
import type { Enquiry } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Segments, TextArea } from '../../kit/fields/Field'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { PartyName } from '../../records/PartyName'
import { useEnquiries } from '../../records/useQueues'
import { RequirementChips } from '../../requirement/RequirementChips'

const refreshEvery = 30_000

/** The office's queue; for a party its own questions with their answers. */
export default function EnquiriesPage() {
  const { t } = useWords()
  const { me } = useMe()
  const office = isOffice(me)
  const [status, setStatus] = useState<Enquiry['status']>('open')
  const { data, error, isPending } = useEnquiries(refreshEvery)
  const shown = office ? data?.filter((enquiry) => enquiry.status === status) : data
  return (
    <div className="page">
      <PageHeading title={t('nav.enquiries')} />
      {office && (
        <Segments
          label={t('enquiry.status')}
          showLabel={false}
          value={status}
          onChange={(value) => setStatus(value as Enquiry['status'])}
          options={(['open', 'answered'] as const).map((value) => ({
            value,
            label: `${t(`enquiry.${value}`)} (${data?.filter((enquiry) => enquiry.status === value).length ?? 0})`,
          }))}
        />
      )}
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {shown?.length === 0 && <p>{t(office ? `enquiry.none.${status}` : 'enquiry.none.own')}</p>}
      {shown?.map((enquiry) => (
        <EnquiryCard key={enquiry.id} enquiry={enquiry} office={office} />
      ))}
    </div>
  )
}

function EnquiryCard({ enquiry, office }: { enquiry: Enquiry; office: boolean }) {
  const { t } = useWords()
  const schema = useSchema(enquiry.board)
  return (
    <article className="card enquiry">
      <div className="row">
        <span className="tag">{t(`nav.${enquiry.board}`)}</span>
        <span className={`tag ${enquiry.status}`}>{t(`enquiry.${enquiry.status}`)}</span>
        {office && enquiry.owner && (
          <span className="meta">
            <PartyName party={enquiry.owner} />
          </span>
        )}
      </div>
      <p className="asked">{enquiry.text}</p>
      {enquiry.criteria.length > 0 && <RequirementChips criteria={enquiry.criteria} schema={schema} />}
      {office ? (
        <AnswerForm enquiry={enquiry} />
      ) : (
        enquiry.answer && (
          <div className="answer">
            <h2>{t('enquiry.answer')}</h2>
            <p>{enquiry.answer}</p>
          </div>
        )
      )}
    </article>
  )
}

function AnswerForm({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [answer, setAnswer] = useState(enquiry.answer ?? '')
  const { run, error } = useSave()
  const refresh = () => cache.invalidateQueries({ queryKey: ['enquiries'] })
  const put = async () => {
    await api.put('/api/enquiries/{id}', {
      path: { id: enquiry.id },
      body: { ...enquiry, answer: answer.trim(), status: 'answered' },
      version: enquiry.version,
    })
    await refresh()
  }
  return (
    <>
      <ProblemNotice error={error} />
      <TextArea
        label={t('enquiry.answer')}
        rows={3}
        maxLength={4000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <div className="row">
        <Button
          look="primary"
          disabled={!answer.trim() || answer === enquiry.answer}
          onClick={() => void run(put, refresh)}
        >
          {t('enquiry.sendAnswer')}
        </Button>
      </div>
    </>
  )
}
