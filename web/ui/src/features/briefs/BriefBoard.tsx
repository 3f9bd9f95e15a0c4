import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useSchema } from '../../api/boards'
import { useMe } from '../../api/session'
import type { BoardCode, Criterion } from '../../api/types'
import { type BriefState, longestAddress, toAddress } from '../../brief/address'
import { useWords, withTexts } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import { partyOf } from '../../kinds/kinds'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { MatchBoard } from '../../matches/MatchBoard'
import { useAdHoc } from '../../matches/useAdHoc'
import { isComplete } from '../../requirement/draft'
import { errorsOnScreen } from '../../requirement/errors'
import { Filters } from '../../requirement/filters/Filters'
import { settle } from '../../requirement/leftovers/leftovers'
import { useLeftovers } from '../../requirement/leftovers/useLeftovers'
import { BriefSentence } from './BriefSentence'
import { Examples } from './Examples'

// What stands around a Brief in its address: the host, the language and the tab.
const pathLength = 60

// An empty list alone shows it.
const AskOffice = lazy(withTexts(() => import('../../enquiry/AskOffice')))
// Partners alone have them.
const PlannedRows = lazy(withTexts(() => import('../../matches/planned/PlannedRows')))

/** One board of a Brief that is not saved: its list is matched anew as it changes. */
export function BriefBoard({
  board,
  brief,
  onBrief,
}: {
  board: BoardCode
  brief: BriefState
  onBrief: (change: (before: BriefState) => BriefState) => void
}) {
  const { t } = useWords()
  const schema = useSchema(board)
  const { me } = useMe()
  const asked = brief.criteria[board]
  const criteria = useMemo(() => known(asked ?? [], schema), [asked, schema])
  const setCriteria = (next: Criterion[]) =>
    onBrief((before) => ({ ...before, criteria: { ...before.criteria, [board]: next } }))
  // What an address brings along may contradict itself, which the server would refuse.
  const [first] = useState(() => settle([], [], criteria))
  const { lifted, change } = useLeftovers(criteria, setCriteria, first.lifted)
  useEffect(() => {
    if (first.lifted.length > 0) setCriteria(first.criteria)
    // Only what came with the address is settled here; changes are as they are made.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const complete = useMemo(() => criteria.filter(isComplete), [criteria])
  const live = useAdHoc(board, complete, brief.combine)
  const refusal = (next: BriefState) => {
    const over = toAddress(next).toString().length + pathLength - longestAddress
    return over > 0 ? t('brief.tooLong', { count: over }) : undefined
  }
  const unknown = (asked ?? []).length - criteria.length
  const setCombine = (combine: number | undefined) =>
    onBrief(({ text, criteria: all, skipped }) => ({
      text,
      criteria: all,
      skipped,
      ...(combine !== undefined && { combine }),
    }))
  const filters = { board, criteria, schema, onChange: change, combine: brief.combine, onCombine: setCombine }
  return (
    <>
      <div className="brief-top">
        <BriefSentence
          brief={brief}
          board={board}
          schema={schema}
          errors={errorsOnScreen(live.errors, criteria)}
          lifted={lifted}
          onCriteria={change}
          onBrief={(next) => onBrief(() => next)}
          refusal={refusal}
          tools={<Filters part="button" {...filters} />}
        />
        {brief.text === '' && criteria.length === 0 && <Examples board={board} onBrief={onBrief} />}
        {unknown > 0 && <Notice look="warn">{t('brief.unknown', { count: unknown })}</Notice>}
      </div>
      <Filters part="row" {...filters} />
      <ProblemNotice error={live.failure} />
      <MatchBoard
        board={board}
        live={live}
        schema={schema}
        criteria={complete}
        near={live.near}
        onApply={change}
        after={
          boards[board].inConsortia && (
            <Suspense fallback={null}>
              <PlannedRows criteria={complete} schema={schema} live={live} />
            </Suspense>
          )
        }
        empty={
          boards[board].asksOffice && (
            <Suspense fallback={null}>
              <AskOffice board={board} criteria={complete} />
            </Suspense>
          )
        }
        action={() =>
          partyOf(me) && !me?.owner && <p className="meta ask-introduction">{t('introductions.ask.saveFirst')}</p>
        }
        note={criteria.length === 0 ? t('requirement.empty') : undefined}
      />
    </>
  )
}

/** Those that the board can be asked; an address may come from another release. */
function known(criteria: readonly Criterion[], { byCode }: ReturnType<typeof useSchema>): Criterion[] {
  return byCode.size === 0 ? [...criteria] : criteria.filter(({ attribute }) => byCode.has(attribute))
}
