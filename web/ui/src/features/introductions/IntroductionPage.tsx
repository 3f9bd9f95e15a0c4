import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { isAnswerable, otherOf, sideName, sideOf } from '../../introductions/status'
import { nextStepText, statusText } from '../../introductions/announcements'
import { useEntry, useIntroductions } from '../../introductions/useIntroductions'
import { PageHeading } from '../../kit/PageHeading'
import { Notice, ProblemNotice, Said } from '../../kit/Notice'
import { Answering } from './Answering'
import { Contacts } from './Contacts'
import { Meetings } from './Meetings'
import { OtherSide, OwnSide, Subject } from './Sides'
import { Times } from './Times'
import { useAnswer } from './useAnswer'

/** One introduction as a party reads it; what changes is told over the hub. */
export default function IntroductionPage({ id }: { id: string }) {
  const { t } = useWords()
  const list = useIntroductions()
  const entry = useEntry(list, id)
  const read = useQuery({
    queryKey: ['introductions', id],
    queryFn: ({ signal }) => api.get('/api/introductions/{id}', { path: { id }, signal }),
  })
  useEffect(() => {
    if (read.data) list.put(read.data)
  }, [read.data, list])
  const known = entry && !entry.gone ? entry.introduction : entry ? undefined : read.data
  return (
    <div className="page introduction-page">
      {known ? (
        <Known introduction={known} onKnown={(changed) => list.put(changed)} />
      ) : (
        <>
          <PageHeading title={t('nav.introductions')} />
          {entry?.gone ? <Notice look="warn">{t('introductions.gone')}</Notice> : <ProblemNotice error={read.error} />}
          {read.isPending && !entry && <p className="meta">{t('loading')}</p>}
        </>
      )}
    </div>
  )
}

function Known({
  introduction,
  onKnown,
}: {
  introduction: Introduction
  onKnown: (introduction: Introduction) => void
}) {
  const words = useWords()
  const { t } = words
  const { send, busy, result, error } = useAnswer(introduction, onKnown)
  const other = otherOf(introduction)
  const { text: name, alias } = sideName(other, words)
  const standing = statusText(introduction, words)
  return (
    <>
      <div>
        <div className="row">
          <PageHeading title={name} />
          {alias && <span className="tag alias">{t('introductions.alias')}</span>}
        </div>
        <p>{t(`introductions.about.${sideOf(introduction)}.${introduction.board}`)}</p>
      </div>
      {result && result !== 'changed' && <Said>{t(`introductions.answer.done.${result}`)}</Said>}
      {result === 'changed' && <Notice look="warn">{t('introductions.answer.changed', { standing })}</Notice>}
      <section className="card standing" aria-live="polite">
        <p>
          <span className="tag">{t(`introductions.state.${introduction.state}`)}</span>
        </p>
        <p>
          <b>{standing}</b>
        </p>
        <p>
          <span className="meta">{t('introductions.next')}</span>
          <br />
          {nextStepText(introduction, words)}
        </p>
      </section>
      {isAnswerable(introduction) && (
        <Answering
          introduction={introduction}
          through="account"
          busy={busy}
          error={error}
          onSend={(answer) => void send(answer)}
        />
      )}
      {other.details && <Contacts details={other.details} />}
      <Times introduction={introduction} onKnown={onKnown} />
      <Meetings introduction={introduction} />
      <section className="card">
        <Subject introduction={introduction} linked />
      </section>
      <OtherSide introduction={introduction} />
      <OwnSide introduction={introduction} />
    </>
  )
}
