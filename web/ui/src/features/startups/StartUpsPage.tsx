import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '../../api/client'
import '../../funding/funding.css'
import { useWords } from '../../i18n/i18n'
import { hongKongDay } from '../../kit/days/hongKong'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { Path } from './Path'
import { Questions } from './Questions'
import type { Answers } from './startUps'
import './startups.css'

/** A start-up's path: a few questions beside the steps that follow from them at once. Nothing of it is kept. */
export default function StartUpsPage() {
  const { t } = useWords()
  const [on, setOn] = useState(hongKongDay)
  const [answers, setAnswers] = useState<Answers>({})
  const asked = useDeferredValue({ on, answers })
  const path = useQuery({
    queryKey: ['startups', asked],
    enabled: asked.on !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.post('/api/startups/path', { body: asked, signal }),
  })
  return (
    <div className="page programmes">
      <PageHeading title={t('startUps.title')} />
      <p className="lead">{t('startUps.lead')}</p>
      <Notice>
        {t('programmes.ceilings')} {t('programmes.notKept')}
      </Notice>
      <ProblemNotice error={path.error} />
      <div className="programmes-split">
        <Questions on={on} answers={answers} onDay={setOn} onAnswer={setAnswers} />
        <div className="programmes-answers">
          {path.data ? <Path path={path.data} /> : !path.error && <p className="meta">{t('loading')}</p>}
        </div>
      </div>
    </div>
  )
}
