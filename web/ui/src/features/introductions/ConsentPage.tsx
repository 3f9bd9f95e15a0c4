import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { api, ProblemError } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import { useMe, useSession } from '../../api/session'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { isAnswerable, otherOf, ownOf, sideName, sideOf } from '../../introductions/status'
import { SideNameText } from '../../introductions/SideNameText'
import { nextStepText, statusText } from '../../introductions/announcements'
import { Button } from '../../kit/Button'
import { PageHeading } from '../../kit/PageHeading'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { useLinkToken } from '../../kit/held/useLinkToken'
import { Answering } from './Answering'
import { OtherSide, OwnSide, Subject } from './Sides'
import type { Answer } from './useAnswer'

/** Where a mailed link leads: whoever holds it answers for the party, once and without an account. */
export default function ConsentPage() {
  const { t } = useWords()
  const { token, keep, forget } = useLinkToken('matchmaker.consent')
  const [tries, setTries] = useState(0)
  const look = useQuery({
    queryKey: ['consents', token, tries],
    enabled: Boolean(token),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => api.post('/api/consents/look', { body: { token: token! }, signal }),
  })
  const [done, setDone] = useState<{ answer: Answer['answer']; introduction: Introduction }>()
  if (done) return <Done {...done} />
  if (!token)
    return (
      <Told title={t('consent.noToken.title')}>
        <p>{t('consent.noToken.text')}</p>
      </Told>
    )
  const openAgain = () => {
    keep()
    setTries(tries + 1)
  }
  if (isSpent(look.error)) return <Spent />
  if (isForAnother(look.error)) return <ForAnother error={look.error} onSignedOut={openAgain} />
  if (look.data)
    return (
      <Question
        token={token}
        introduction={look.data}
        onSignedOut={openAgain}
        onDone={(answer, introduction) => {
          forget()
          setDone({ answer, introduction })
        }}
      />
    )
  return (
    <Told title={t('consent.title')}>
      <ProblemNotice error={look.error} />
      {look.isPending && <p className="meta">{t('loading')}</p>}
    </Told>
  )
}

const isSpent = (error: unknown) => error instanceof ProblemError && error.status === 404

/** Somebody else is signed in; an answer that comes too late is told which states are allowed instead. */
const isForAnother = (error: unknown) => error instanceof ProblemError && error.status === 409 && !error.problem.allowed

function Question({
  token,
  introduction,
  onSignedOut,
  onDone,
}: {
  token: string
  introduction: Introduction
  onSignedOut: () => void
  onDone: (answer: Answer['answer'], introduction: Introduction) => void
}) {
  const words = useWords()
  const { t } = words
  const { run, busy, error } = useSave()
  const own = sideName(ownOf(introduction), words)
  const send = (answer: Answer) =>
    run(async () => onDone(answer.answer, await api.post('/api/consents', { body: { token, ...answer } })))
  if (isSpent(error)) return <Spent />
  if (isForAnother(error)) return <ForAnother error={error} onSignedOut={onSignedOut} />
  return (
    <div className="page introduction-page">
      <PageHeading title={t('consent.title')} />
      {!own.alias && <p className="meta">{t('consent.for', { name: own.text })}</p>}
      <section className="card standing">
        <h2>
          <SideNameText side={otherOf(introduction)} />
        </h2>
        <p>{t(`introductions.about.${sideOf(introduction)}.${introduction.board}`)}</p>
        <Subject introduction={introduction} linked={false} />
        <p>
          <b>{statusText(introduction, words)}</b>
        </p>
        {!isAnswerable(introduction) && <p>{nextStepText(introduction, words)}</p>}
      </section>
      <OtherSide introduction={introduction} />
      {isAnswerable(introduction) && (
        <>
          <Answering
            introduction={introduction}
            through="mail"
            busy={busy}
            error={error}
            onSend={(answer) => void send(answer)}
          />
          <p className="meta">{t('consent.once')}</p>
        </>
      )}
      <OwnSide introduction={introduction} />
    </div>
  )
}

function Done({ answer, introduction }: { answer: Answer['answer']; introduction: Introduction }) {
  const words = useWords()
  return (
    <Told title={words.t(`introductions.answer.done.${answer}`)}>
      <Notice look="ok">{words.t(`consent.done.${answer}`)}</Notice>
      {answer === 'yes' && (
        <p>
          {statusText(introduction, words)} {nextStepText(introduction, words)}
        </p>
      )}
    </Told>
  )
}

/** The mailbox of the link is not the one that is signed in: once nobody is, the question opens. */
function ForAnother({ error, onSignedOut }: { error: unknown; onSignedOut: () => void }) {
  const { t } = useWords()
  const { signOut } = useSession()
  const leaving = useSave()
  const leave = async () => {
    await signOut()
    onSignedOut()
  }
  return (
    <Told title={t('consent.title')}>
      <ProblemNotice error={leaving.error ?? error} />
      <div>
        <Button look="primary" disabled={leaving.busy} onClick={() => void leaving.run(leave)}>
          {t('consent.signOut')}
        </Button>
      </div>
    </Told>
  )
}

/** Used, replaced or over: what can be done instead. */
function Spent() {
  const { t } = useWords()
  const { me } = useMe()
  return (
    <Told title={t('consent.spent.title')}>
      <p>{t('consent.spent.text')}</p>
      <p>{t('consent.spent.newest')}</p>
      {me ? (
        <p>
          <Link href="/introductions" className="button">
            {t('introductions.back')}
          </Link>
        </p>
      ) : (
        <p className="row">
          {t('consent.spent.account')}{' '}
          <Link href="/sign-in" className="button">
            {t('account.signIn')}
          </Link>
        </p>
      )}
    </Told>
  )
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="page narrow">
      <PageHeading title={title} />
      <section className="card">{children}</section>
    </div>
  )
}
