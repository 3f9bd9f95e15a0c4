import { useState } from 'react'
import { Link } from 'wouter'
import type { AnswerChange, KeptAssessment } from '../../../api/programmes'
import { same } from '../../../api/same'
import '../../../funding/funding.css'
import { audienceOf, beginning, type Party } from '../../../funding/applicants'
import { factsOf, type Said } from '../../../funding/programmes'
import { changeText } from '../../../funding/labels'
import { useProgrammes } from '../../../funding/useProgrammes'
import { useWords } from '../../../i18n/i18n'
import { hongKongDay } from '../../../kit/days/hongKong'
import { Button } from '../../../kit/Button'
import { CheckBox } from '../../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import { useUnsavedGuard } from '../../../kit/unsaved/useUnsavedGuard'
import { Assessed } from './Assessed'
import { useApplicant } from './useApplicant'

/**
 * What an enterprise or a firm may get, for its own people and the office: what is said can be kept, and who asks is
 * told what changes.
 */
export default function ApplicantPage({ enterprise, firm = '' }: { enterprise?: string; firm?: string }) {
  const party: Party = enterprise ? { collection: 'enterprises', id: enterprise } : { collection: 'firms', id: firm }
  const { t } = useWords()
  const [news, setNews] = useState<AnswerChange[]>([])
  const { kept, save, busy, saved, error } = useApplicant(party, setNews)
  return (
    <div className="page programmes">
      <div className="page-head">
        <PageHeading title={t('nav.programmes')} />
        {enterprise && (
          <Link className="button" href={`/enterprises/${enterprise}/package`}>
            {t('landing.title')}
          </Link>
        )}
      </div>
      <Notice>{t('programmes.ceilings')}</Notice>
      <ProblemNotice error={kept.error ?? error} />
      {news.length > 0 && <News changes={news} onClose={() => setNews([])} />}
      {kept.data ? (
        <Keeping key={party.id} party={party} kept={kept.data} save={save} busy={busy} saved={saved} />
      ) : (
        !kept.error && <p className="meta">{t('loading')}</p>
      )}
    </div>
  )
}

function News({ changes, onClose }: { changes: AnswerChange[]; onClose: () => void }) {
  const words = useWords()
  const { t, text } = words
  const { data } = useProgrammes()
  return (
    <Notice look="warn">
      <p>
        <strong>{t('programmes.news')}</strong>
      </p>
      <ul>
        {changes.map((change) => (
          <li key={change.programme}>
            {text(data?.items.find(({ id }) => id === change.programme)?.name) || change.programme}:{' '}
            {changeText(change, words)}
          </li>
        ))}
      </ul>
      <Button look="small" onClick={onClose}>
        {t('close')}
      </Button>
    </Notice>
  )
}

function Keeping({
  party,
  kept,
  save,
  busy,
  saved,
}: {
  party: Party
  kept: KeptAssessment
  save: (said: Said, tell: boolean) => Promise<void>
  busy: boolean
  saved: boolean
}) {
  const { t } = useWords()
  const [begun] = useState(() => beginning(party, hongKongDay(), kept))
  const [said, setSaid] = useState(begun)
  const [tell, setTell] = useState(kept.applicant?.tell === true)
  const facts = factsOf(said)
  const isKept =
    kept.applicant !== undefined &&
    tell === (kept.applicant.tell === true) &&
    [kept.facts, kept.applicant.facts].some((known) => same(facts, known))
  const isEdited = tell !== (kept.applicant?.tell === true) || !same(facts, factsOf(begun))
  useUnsavedGuard(isEdited && !isKept && !busy, t('unsaved'))
  return (
    <>
      <div className="card keeping">
        <CheckBox label={t('programmes.tell')} checked={tell} onChange={(event) => setTell(event.target.checked)} />
        <Button look="primary" disabled={busy || isKept} onClick={() => void save(said, tell)}>
          {t('programmes.keep')}
        </Button>
        <span role="status" className="meta">
          {isKept && saved ? t('saved') : isKept ? t('programmes.kept') : t('programmes.unkept')}
        </span>
      </div>
      <Assessed said={said} onSay={setSaid} audience={audienceOf(party)} />
    </>
  )
}
