import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../../api/client'
import type { Introduction, Person } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { ownOf } from '../../introductions/status'
import { Button } from '../../kit/Button'
import { TextArea, TextField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import type { Answer } from './useAnswer'

type Kind = Answer['answer']

/** Yes, no, or taking a yes back; each says what follows before it is sent. */
export function Answering({
  introduction,
  through,
  busy,
  error,
  onSend,
}: {
  introduction: Introduction
  through: 'account' | 'mail'
  busy: boolean
  error: unknown
  onSend: (answer: Answer) => void
}) {
  const { t, format } = useWords()
  const [open, setOpen] = useState<Kind>()
  const { consent } = ownOf(introduction)
  const who = contactText(consent?.contact, format)
  const choices: Kind[] = consent ? ['withdraw', 'no'] : ['yes', 'no']
  return (
    <section className="card answering">
      <h2>{t('introductions.answer.title')}</h2>
      {consent && (
        <p>
          ✓ {t('introductions.answer.given', { at: format.instant(consent.at) })}{' '}
          {who && t('introductions.answer.contact', { who })}
        </p>
      )}
      {open && choices.includes(open) ? (
        <AnswerForm
          kind={open}
          through={through}
          busy={busy}
          error={error}
          onSend={onSend}
          onCancel={() => setOpen(undefined)}
        />
      ) : (
        <>
          <div className="answers">
            {choices.map((kind) => (
              <Button key={kind} look={kind === 'yes' ? 'primary' : []} onClick={() => setOpen(kind)}>
                {t(`introductions.answer.${kind}`)}
              </Button>
            ))}
          </div>
          <ProblemNotice error={error} />
        </>
      )}
    </section>
  )
}

const contactText = (contact: Person | undefined, { list }: { list: (items: string[]) => string }) =>
  list([contact?.name, contact?.email, contact?.phone].filter((part) => part !== undefined))

function AnswerForm({
  kind,
  through,
  busy,
  error,
  onSend,
  onCancel,
}: {
  kind: Kind
  through: 'account' | 'mail'
  busy: boolean
  error: unknown
  onSend: (answer: Answer) => void
  onCancel: () => void
}) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const [contact, setContact] = useState<Person>({})
  const [reason, setReason] = useState('')
  const errors = error instanceof ProblemError ? (error.problem.errors ?? {}) : {}
  useEffect(() => heading.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.entries(contact)
      .map(([field, text]: [string, string]) => [field, text.trim()])
      .filter(([, text]) => text)
    onSend({
      answer: kind,
      ...(kind === 'yes' && given.length > 0 && { contact: Object.fromEntries(given) as Person }),
      ...(kind === 'no' && reason.trim() && { reason: reason.trim() }),
    })
  }
  const field = (name: keyof Person, type: string, autoComplete: string) => (
    <TextField
      label={t(`introductions.answer.${name}`)}
      type={type}
      autoComplete={autoComplete}
      maxLength={200}
      value={contact[name] ?? ''}
      errors={errors[`contact.${name}`]}
      onChange={(event) => setContact({ ...contact, [name]: event.target.value })}
    />
  )
  return (
    <form className="answer-form" onSubmit={submit}>
      <h3 ref={heading} tabIndex={-1}>
        {t(kind === 'yes' ? 'introductions.answer.who' : `introductions.answer.${kind}`)}
      </h3>
      {kind === 'yes' && (
        <>
          <p className="meta">{t(`introductions.answer.whoHint.${through}`)}</p>
          {field('name', 'text', 'name')}
          {field('email', 'email', 'email')}
          {field('phone', 'tel', 'tel')}
        </>
      )}
      {kind === 'no' && (
        <>
          <p>{t('introductions.answer.noText')}</p>
          <TextArea
            label={t('introductions.answer.reason')}
            hint={t('introductions.answer.reasonHint')}
            rows={3}
            maxLength={2000}
            value={reason}
            errors={errors.reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      {kind === 'withdraw' && <p>{t('introductions.answer.withdrawText')}</p>}
      {Object.keys(errors).length === 0 && <ProblemNotice error={error} />}
      <div className="answers">
        <Button type="submit" look="primary" disabled={busy}>
          {t(`introductions.answer.send.${kind}`)}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
