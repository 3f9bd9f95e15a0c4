import { Pencil } from 'lucide-react'
import {
  type FormEvent,
  type KeyboardEvent,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from 'react'
import { useWords, withTexts } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { onEnter } from '../kit/keys/enter'
import { useShortcut } from '../kit/keys/shortcuts'
import type { Chip } from '../requirement/chips/keys'
import type { BriefQuestion, Piece } from './sentence'
import './sentence.css'

// Few sentences leave a question.
const QuestionLine = lazy(withTexts(() => import('./QuestionLine')))

export interface SentenceBoxProps {
  text: string
  pieces: Piece[]
  questions: BriefQuestion[]
  /** The chip of the criterion at this place of the board's list, or of one of its machines, as the text calls it. */
  chip: Chip
  /** Follows the text: criteria that no words stand for, and what adds one. */
  after: ReactNode
  /** Why this text cannot be kept; undefined: it can. */
  refusal: (text: string) => string | undefined
  /** A text is being read or kept. */
  busy: boolean
  /** Reads another text, and says so once that is done; the box stays open with it where that fails. */
  onText: (text: string, onRead: () => void) => void
  onAnswer: (choice: NonNullable<BriefQuestion['choices']>[number]) => void
  onSkip: (words: string[]) => void
}

/**
 * The wish in the client's own words, in which each criterion stands in place of the words that ask for it. A press on
 * the words, or `/`, changes them; Enter reads them.
 */
export function SentenceBox({
  text,
  pieces,
  questions,
  chip,
  after,
  busy,
  onText,
  onAnswer,
  onSkip,
  refusal,
}: SentenceBoxProps) {
  const { t, format } = useWords()
  const [draft, setDraft] = useState<string | undefined>(text ? undefined : '')
  const field = useRef<HTMLTextAreaElement>(null)
  const edit = useRef<HTMLButtonElement>(null)
  const editing = draft !== undefined || !text
  const shown = draft ?? text
  const refused = refusal(shown)
  const open = (at = text.length) => {
    setDraft(text)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(at, at)
    })
  }
  const close = () => {
    setDraft(undefined)
    requestAnimationFrame(() => edit.current?.focus())
  }
  const read = () => {
    if (!refused) onText(shown.trim(), close)
  }
  useShortcut('/', () => (editing ? field.current?.focus() : open()))
  if (editing)
    return (
      <form
        className="sentence is-edited"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          read()
        }}
      >
        <label htmlFor="sentence" className="visually-hidden">
          {t('brief.text')}
        </label>
        <textarea
          id="sentence"
          ref={field}
          rows={1}
          aria-describedby="sentence-help"
          aria-invalid={refused !== undefined}
          placeholder={t('brief.placeholder')}
          value={shown}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Escape' && text) {
              event.stopPropagation()
              close()
            }
            onEnter(read)(event)
          }}
        />
        <div className="sentence-end">
          <Button look="primary" type="submit" disabled={busy || refused !== undefined}>
            {t(busy ? 'brief.reading' : 'brief.read')}
          </Button>
          {text && (
            <Button look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
          )}
        </div>
        <p id="sentence-help" className={refused ? 'error' : 'visually-hidden'}>
          {refused ?? t('brief.help')}
        </p>
        {!text && <div className="sentence-rest">{after}</div>}
      </form>
    )
  return (
    <div className="sentence">
      {/* The words are a larger target for a pointer; the button beside them is the one that has a name. */}
      <div
        className="sentence-text"
        onClick={(event: MouseEvent<HTMLElement>) => {
          const words = (event.target as HTMLElement).closest<HTMLElement>('[data-start]')
          if (words) open(Number(words.dataset.start))
        }}
      >
        {withStarts(pieces).map(({ piece, start }) =>
          piece.kind === 'criterion' ? (
            <span key={start} className="sentence-chip">
              {chip(piece.index, piece.asRead ? piece.text : undefined, piece.machine)}
            </span>
          ) : (
            <span
              key={start}
              data-start={start}
              className={`sentence-${piece.kind}`}
              title={
                piece.kind === 'elsewhere'
                  ? t('brief.elsewhere', { boards: format.list(piece.boards.map((board) => t(`nav.${board}`))) })
                  : undefined
              }
            >
              {piece.text}
            </span>
          ),
        )}{' '}
        <button ref={edit} type="button" className="sentence-edit" aria-label={t('brief.edit')} onClick={() => open()}>
          <Pencil size={15} strokeWidth={1.9} aria-hidden />
        </button>
        {after}
      </div>
      {questions.length > 0 && (
        <Suspense fallback={null}>
          <QuestionLine questions={questions} onAnswer={onAnswer} onSkip={onSkip} />
        </Suspense>
      )}
    </div>
  )
}

/** Where each piece begins in the text. */
function withStarts(pieces: Piece[]) {
  let at = 0
  return pieces.map((piece) => {
    const start = at
    at += piece.text.length
    return { piece, start }
  })
}
