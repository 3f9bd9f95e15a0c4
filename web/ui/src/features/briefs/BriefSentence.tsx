import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { Schema } from '../../api/boards'
import type { BoardCode, Criterion } from '../../api/types'
import { useSave } from '../../api/useSave'
import type { BriefState } from '../../brief/address'
import { emptyReading, openQuestions, piecesOf } from '../../brief/sentence'
import { SentenceBox } from '../../brief/SentenceBox'
import { readingQuery, useReading } from '../../brief/useReading'
import { useWords } from '../../i18n/i18n'
import { laterCode } from '../../kit/later/code'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { CriterionChips } from '../../requirement/chips/CriterionChips'
import type { FieldErrors } from '../../requirement/errors'
import type { Lifted } from '../../requirement/leftovers/leftovers'

/** The Brief's text with the criteria of one board in it; everything in it is edited where it stands. */
export function BriefSentence({
  brief,
  board,
  schema,
  errors,
  lifted,
  onCriteria,
  onBrief,
  refusal,
  tools,
}: {
  brief: BriefState
  board: BoardCode
  schema: Schema
  errors: FieldErrors
  lifted: Lifted[]
  /** The board's criteria were changed by hand. */
  onCriteria: (criteria: Criterion[]) => void
  /** The text was read anew, or something was answered; criteria of several boards may differ. */
  onBrief: (next: BriefState) => void | Promise<void>
  refusal: (next: BriefState) => string | undefined
  /** Follows what adds a criterion. */
  tools?: ReactNode
}) {
  const { t } = useWords()
  const cache = useQueryClient()
  const { data: reading = emptyReading, error } = useReading(brief.text)
  const { run, busy, error: failure } = useSave()
  const { pieces, rest } = useMemo(() => piecesOf(brief, reading, board), [brief, reading, board])
  const criteria = brief.criteria[board] ?? []
  const refused = [...new Set(Object.values(errors).flat())]
  const onText = async (text: string) => {
    const [before, after, { withText }] = await Promise.all([
      cache.ensureQueryData(readingQuery(brief.text)),
      cache.ensureQueryData(readingQuery(text)),
      laterCode(() => import('../../brief/reread')),
    ])
    await onBrief(withText(brief, before, text, after))
  }
  const keep = (next: BriefState) => void run(async () => onBrief(next))
  return (
    <>
      <CriterionChips
        board={board}
        criteria={[...criteria]}
        schema={schema}
        errors={errors}
        lifted={lifted}
        onChange={onCriteria}
        layout={({ chip, add }) => (
          <SentenceBox
            key={brief.text}
            text={brief.text}
            pieces={pieces}
            questions={openQuestions(brief.criteria, brief.skipped, reading)}
            chip={chip}
            after={
              <>
                {rest.map((index) => (
                  <span key={index} className="sentence-chip">
                    {chip(index)}
                  </span>
                ))}
                {add}
                {tools}
              </>
            }
            refusal={(text) => refusal({ ...brief, text })}
            busy={busy}
            onText={(text, onRead) =>
              void run(async () => {
                await onText(text)
                onRead()
              })
            }
            onAnswer={({ board: of, criterion }) =>
              keep({
                ...brief,
                criteria: { ...brief.criteria, [of]: [...(brief.criteria[of] ?? []), criterion] },
              })
            }
            onSkip={(words) => keep({ ...brief, skipped: [...brief.skipped, ...words] })}
          />
        )}
      />
      <ProblemNotice error={error ?? failure} />
      {refused.length > 0 && <Notice look="warn">{t('requirement.refused', { why: refused.join(' ') })}</Notice>}
    </>
  )
}
