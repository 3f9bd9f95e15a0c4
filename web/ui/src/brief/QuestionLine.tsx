import { CircleHelp } from 'lucide-react'
import { Link } from 'wouter'
import { useWords } from '../i18n/i18n'
import { searchPath } from '../kinds/links'
import type { BriefQuestion } from './sentence'

/** Asks about one stretch of the text that could not be taken without guessing; the others wait for their turn. */
export default function QuestionLine({
  questions,
  onAnswer,
  onSkip,
}: {
  questions: BriefQuestion[]
  onAnswer: (choice: NonNullable<BriefQuestion['choices']>[number]) => void
  onSkip: (words: string[]) => void
}) {
  const { t, text } = useWords()
  // Those that can be answered with one press come first.
  const question = questions.find(({ choices }) => choices && choices.length > 0) ?? questions[0]!
  const choices = question.choices ?? []
  return (
    <div className="question-line" role="group" aria-label={t('brief.question.label')}>
      <CircleHelp size={16} strokeWidth={1.9} aria-hidden />
      <span>
        {t(choices.length > 0 ? 'brief.question.which' : 'brief.question.unknown', { words: question.words })}
      </span>
      {choices.slice(0, 3).map((choice, index) => (
        <button key={index} type="button" className="answer" onClick={() => onAnswer(choice)}>
          {text(choice.label)}
        </button>
      ))}
      {choices.length === 0 && (
        <Link className="answer" href={searchPath(question.words)}>
          {t('brief.question.names')}
        </Link>
      )}
      <button type="button" className="answer" onClick={() => onSkip([question.words])}>
        {t('brief.question.skip')}
      </button>
      {questions.length > 1 && (
        <button type="button" className="answer" onClick={() => onSkip(questions.map(({ words }) => words))}>
          {t('brief.question.skipAll', { count: questions.length })}
        </button>
      )}
    </div>
  )
}
