import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { type Schema, useSchema } from '../../../api/boards'
import { ProblemError } from '../../../api/client'
import { isOffice, useMe } from '../../../api/session'
import type { Criterion, Demand } from '../../../api/types'
import type { BriefState } from '../../../brief/address'
import AskOffice from '../../../enquiry/AskOffice'
import { useWords, withTexts } from '../../../i18n/i18n'
import { AskIntroduction, IntroductionMark } from '../../../introductions/AskIntroduction'
import { boards } from '../../../kinds/boards'
import { Notice, ProblemNotice } from '../../../kit/Notice'
import { useDebounced } from '../../../kit/useDebounced'
import { changesOf, type LiveList, useDemandList, useListView } from '../../../live/lists/useDemandList'
import { MatchBoard } from '../../../matches/MatchBoard'
import { isComplete } from '../../../requirement/draft'
import { Filters } from '../../../requirement/filters/Filters'
import { useLeftovers } from '../../../requirement/leftovers/useLeftovers'
import { BriefSentence } from '../BriefSentence'
import { billOf } from './bill'
import { DemandShortlists } from './DemandShortlists'
import { DemandTools } from './DemandTools'
import { nearQuery, saveDemand } from './demands'
import { MatchHold } from './MatchHold'
import { PinLine, PinPanel, PinTools } from './PinTools'
import { usePins, usePlacing } from './pins'

// Few lists show either of them.
const ConsortiumPanel = lazy(withTexts(() => import('./ConsortiumPanel')))
const PlannedRows = lazy(withTexts(() => import('../../../matches/planned/PlannedRows')))
const QuestionsPanel = lazy(withTexts(() => import('./QuestionsPanel')))

/** One board of a saved Brief: a standing demand with its live list, saved as it is edited. */
export function BriefDemand({
  demand,
  brief,
  onBrief,
}: {
  demand: Demand
  /** The Brief with the criteria of all its demands as they are saved. */
  brief: BriefState
  /** The text was read anew, or a question answered; this demand's criteria are saved here. */
  onBrief: (next: BriefState) => Promise<void>
}) {
  const { t, format } = useWords()
  const { board } = demand
  const schema = useSchema(board)
  const [criteria, setState] = useState<Criterion[]>(demand.criteria)
  const { lifted, change: setCriteria } = useLeftovers(criteria, setState)
  const complete = useMemo(() => criteria.filter(isComplete), [criteria])
  const [combine, setCombine] = useState(demand.combine)
  const { error, saving } = useSaving(demand, complete, combine)
  const live = useDemandList(demand.id, demand.version)
  const [ranking, setRanking] = useState(0)
  const near = useMemo(() => nearQuery(demand, ranking), [demand, ranking])
  const office = isOffice(useMe().me)
  const pins = usePins(demand.id, office)
  const mark = useCallback(
    (match: string) => (
      <>
        <IntroductionMark demand={demand} match={match} />
        {pins
          .filter((pin) => pin.match === match)
          .map((pin) => (
            <PinLine key={pin.id} pin={pin} />
          ))}
      </>
    ),
    [demand, pins],
  )
  const problem = error instanceof ProblemError ? error.problem : undefined
  const filters = { board, criteria, schema, onChange: setCriteria, combine, onCombine: setCombine }
  const threshold = demand.notifyAbove ?? 50
  const shown = useMemo(
    () => ({ ...brief, criteria: { ...brief.criteria, [board]: criteria } }),
    [brief, board, criteria],
  )
  return (
    <>
      <div className="brief-top">
        <BriefSentence
          brief={shown}
          board={board}
          schema={schema}
          errors={problem?.errors ?? {}}
          lifted={lifted}
          onCriteria={setCriteria}
          onBrief={async (next) => {
            setCriteria([...(next.criteria[board] ?? [])])
            await onBrief(next)
          }}
          refusal={({ text }) =>
            text.length > longestText ? t('brief.textTooLong', { count: text.length - longestText }) : undefined
          }
          tools={
            <>
              <Filters part="button" {...filters} />
              <DemandShortlists demand={demand.id} />
              <DemandTools demand={demand} saving={saving} />
            </>
          }
        />
        {problem?.status === 412 ? (
          <Notice look="warn">{t('demand.changedElsewhere')}</Notice>
        ) : (
          !problem?.errors && <ProblemNotice error={error} />
        )}
        {live.refused && <Notice look="danger">{t('demand.refused')}</Notice>}
      </div>
      <Filters part="row" {...filters} />
      <MatchBoard
        board={board}
        live={live}
        schema={schema}
        criteria={demand.criteria}
        near={near}
        onApply={setCriteria}
        mark={mark}
        demand={demand.id}
        seeker={demand.owner}
        placing={usePlacing(pins)}
        action={(match) => (
          <>
            <AskIntroduction demand={demand} match={match} />
            {office && boards[board].inBuildings && <MatchHold demand={demand} list={live.list} match={match} />}
            {office && <PinTools demand={demand} match={match} pins={pins} />}
          </>
        )}
        onRanked={() => setRanking(ranking + 1)}
        above={
          <>
            {boards[board].inConsortia && billOf(demand.criteria).length > 1 && (
              <Suspense fallback={<PanelToCome />}>
                <ConsortiumPanel demand={demand} schema={schema} fresh={changesOf(live.changes)} />
              </Suspense>
            )}
            {boards[board].inBuildings && <Asking demand={demand} schema={schema} live={live} />}
            <PinPanel demand={demand} pins={pins} />
          </>
        }
        after={
          boards[board].inConsortia && (
            <Suspense fallback={null}>
              <PlannedRows demand={demand} criteria={demand.criteria} schema={schema} live={live} />
            </Suspense>
          )
        }
        empty={boards[board].asksOffice && <AskOffice board={board} criteria={demand.criteria} />}
        note={threshold > 0 ? t('demand.threshold', { score: format.number(threshold) }) : undefined}
      />
    </>
  )
}

/** As high as a closed panel, so that no row moves when the panel is read. */
const PanelToCome = () => <div className="list-panel" aria-busy />

/** Questions to owners, while the list has sites of which something is unknown. */
function Asking({ demand, schema, live }: { demand: Demand; schema: Schema; live: LiveList }) {
  const { order } = useListView(live.list)
  if (!order.some((id) => live.list.readRow(id)?.match.verdict === 'possible')) return null
  return (
    <Suspense fallback={<PanelToCome />}>
      <QuestionsPanel demand={demand} schema={schema} fresh={changesOf(live.changes)} />
    </Suspense>
  )
}

const longestText = 2000

/** Saves what is asked once it has stood still; on another version the page takes the server's and says so. */
function useSaving(demand: Demand, criteria: Criterion[], combine: number | undefined) {
  const cache = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: saveDemand,
    onSuccess: (saved) => cache.setQueryData(['demands', demand.id], saved),
  })
  const key = useDebounced(JSON.stringify({ criteria, combine }), 600)
  useEffect(() => {
    const { combine: saved, ...rest } = demand
    if (JSON.stringify({ criteria: demand.criteria, combine: saved }) !== key)
      mutate({ ...rest, ...(JSON.parse(key) as Pick<Demand, 'criteria' | 'combine'>) })
    // A version that another page made must not send this page's criteria again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return { error, saving: isPending }
}
