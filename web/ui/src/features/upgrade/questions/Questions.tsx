import { Check } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { UpgradeList } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'
import { useMedia } from '../../../kit/useMedia'
import { isAnswered } from '../draft'
import type { UpgradeEditor } from '../useUpgrade'
import { Answer } from './Answer'
import { type Question, questionsOf } from './questions'
import './questions.css'

/** The questions: one after the other on a phone, one calm form where there is room. Each answer is saved by itself. */
export function Questions({
  list,
  editor,
  at,
  onAt,
  onDone,
}: {
  list: UpgradeList
  editor: UpgradeEditor
  /** The question that is shown where there is room for one, from 1. */
  at: number
  onAt: (at: number) => void
  onDone: () => void
}) {
  const { t } = useWords()
  const isWide = useMedia('(min-width: 900px)')
  const questions = questionsOf(list)
  const [hasMoved, setMoved] = useState(false)
  const go = (next: () => void) => {
    editor.saveAnswers()
    setMoved(true)
    next()
  }
  const done = (
    <Button look="primary" disabled={!isAnswered(editor.answers)} onClick={() => go(onDone)}>
      {t('upgrade.ask.done')}
    </Button>
  )
  if (isWide)
    return (
      <form className="card ask-form" onSubmit={(event) => event.preventDefault()}>
        <div className="ask-head">
          <p>{t('upgrade.ask.intro', { count: questions.length })}</p>
          <Saving editor={editor} />
        </div>
        <ol>
          {questions.map((question, index) => (
            <li key={question.key}>
              <Asked
                question={question}
                number={index + 1}
                list={list}
                editor={editor}
                hasHint={question.kind !== 'symptoms' || questions[index - 1]?.kind !== 'symptoms'}
              />
            </li>
          ))}
        </ol>
        <div className="ask-foot">
          <span className="meta">{isAnswered(editor.answers) ? '' : t('upgrade.ask.first')}</span>
          {done}
        </div>
      </form>
    )
  const number = Math.min(Math.max(1, at), questions.length)
  return (
    <form className="ask-form one-question" onSubmit={(event) => event.preventDefault()}>
      <div className="ask-head">
        <span className="meta nums">{t('upgrade.ask.at', { number, count: questions.length })}</span>
        <Saving editor={editor} />
      </div>
      <progress
        className="visually-hidden"
        value={number}
        max={questions.length}
        aria-label={t('upgrade.ask.progress')}
      />
      <div className="question-steps" aria-hidden="true">
        {questions.map(({ key }, index) => (
          <i key={key} className={index < number ? 'passed' : ''} />
        ))}
      </div>
      {number === 1 && <p className="meta">{t('upgrade.ask.intro', { count: questions.length })}</p>}
      <Asked
        key={questions[number - 1]!.key}
        question={questions[number - 1]!}
        number={number}
        list={list}
        editor={editor}
        takesFocus={hasMoved}
      />
      <div className="question-moves">
        <Button disabled={number === 1} onClick={() => go(() => onAt(number - 1))}>
          {t('upgrade.ask.back')}
        </Button>
        {number < questions.length ? (
          <Button look="primary" onClick={() => go(() => onAt(number + 1))}>
            {t('upgrade.ask.next')}
          </Button>
        ) : (
          done
        )}
      </div>
    </form>
  )
}

function Asked({
  question,
  number,
  list,
  editor,
  hasHint = true,
  takesFocus = false,
}: {
  question: Question
  number: number
  list: UpgradeList
  editor: UpgradeEditor
  /** How to answer; of several alike, the first alone says it. */
  hasHint?: boolean
  /** It came in the place of another question. */
  takesFocus?: boolean
}) {
  const { t, text } = useWords()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const title =
    question.kind === 'symptoms'
      ? t('upgrade.ask.symptoms', { group: text(question.group.name) })
      : t(`upgrade.ask.${question.kind}`)
  return (
    <section className="question" aria-labelledby={id}>
      <h2 ref={heading} id={id} tabIndex={-1}>
        <span className="question-number nums" aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      {hasHint && <p className="meta">{t(`upgrade.ask.${question.kind}Hint`)}</p>}
      <Answer question={question} named={id} list={list} answers={editor.answers} onAnswer={editor.answer} />
    </section>
  )
}

/** That answers are saved as one goes, and what to do where they are not. */
function Saving({ editor }: { editor: UpgradeEditor }) {
  const { t } = useWords()
  const { busy, isUnsaved, error, met, saveAnswers, saved } = editor
  return (
    <>
      <span role="status" className="meta ask-saved">
        {busy ? (
          t('saving')
        ) : isUnsaved && error ? (
          t('record.unsaved')
        ) : saved ? (
          <>
            <Check size={14} strokeWidth={2.2} aria-hidden /> {t('saved')}
          </>
        ) : null}
      </span>
      {isUnsaved && !busy && error !== undefined && (
        <div className="ask-trouble">
          <ProblemNotice error={error} />
          <Button look="small" onClick={saveAnswers}>
            {t('upgrade.ask.again')}
          </Button>
        </div>
      )}
      {met && <p className="notice warn ask-trouble">{t('upgrade.met')}</p>}
    </>
  )
}
