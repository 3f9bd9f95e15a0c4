import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSchema } from '../../api/boards'
import { ProblemError } from '../../api/client'
import { isOffice, useMe } from '../../api/session'
import type { Criterion, Demand } from '../../api/types'
import { AskOffice } from '../../enquiry/AskOffice'
import { useWords } from '../../i18n/i18n'
import { AskIntroduction, IntroductionMark } from '../../introductions/AskIntroduction'
import { changesOf, useDemandList } from '../../live/lists/useDemandList'
import { PageHeading } from '../../kit/PageHeading'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { MatchBoard } from '../../matches/MatchBoard'
import { useDebounced } from '../../kit/useDebounced'
import { isComplete } from '../../requirement/draft'
import { useLeftovers } from '../../requirement/leftovers/useLeftovers'
import { RequirementBar } from '../../requirement/RequirementBar'
import { ConsortiumPanel } from './ConsortiumPanel'
import { DemandTools } from './DemandTools'
import { PinLine, PinPanel, PinTools } from './PinTools'
import { usePins, usePlacing } from './pins'
import { saveDemand, useDemand, useNearMisses } from './demands'
import { boards } from '../../kinds/boards'

/** A standing demand with its live list; the requirement is saved as it is edited. */
export default function DemandPage({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error } = useDemand(id)
  if (data) return <LiveDemand demand={data} />
  return (
    <div className="page">
      <PageHeading title={t('demands.title')} />
      <ProblemNotice error={error} />
      {!error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

function LiveDemand({ demand }: { demand: Demand }) {
  const { t, text, format } = useWords()
  const schema = useSchema(demand.board)
  const [criteria, setState] = useState<Criterion[]>(demand.criteria)
  const { lifted, change: setCriteria } = useLeftovers(criteria, setState)
  const complete = useMemo(() => criteria.filter(isComplete), [criteria])
  const { error, saving } = useSaving(demand, complete)
  const live = useDemandList(demand.id, demand.version)
  const [ranking, setRanking] = useState(0)
  const report = useNearMisses(demand.id, demand.version, ranking)
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
  const threshold = demand.notifyAbove ?? 50
  return (
    <>
      <RequirementBar
        board={demand.board}
        title={text(demand.name) || t('demand.unnamed')}
        criteria={criteria}
        schema={schema}
        errors={problem?.errors ?? {}}
        lifted={lifted}
        onChange={setCriteria}
        after={<DemandTools demand={demand} saving={saving} />}
      />
      {problem?.status === 412 ? (
        <Notice look="warn">{t('demand.changedElsewhere')}</Notice>
      ) : (
        !problem?.errors && <ProblemNotice error={error} />
      )}
      {live.refused && <Notice look="danger">{t('demand.refused')}</Notice>}
      <MatchBoard
        board={demand.board}
        live={live}
        schema={schema}
        criteria={demand.criteria}
        report={report}
        onApply={setCriteria}
        mark={mark}
        placing={usePlacing(pins)}
        action={(match) => (
          <>
            <AskIntroduction demand={demand} match={match} />
            {office && <PinTools demand={demand} match={match} pins={pins} />}
          </>
        )}
        onRanked={() => setRanking(ranking + 1)}
        above={
          <>
            {boards[demand.board].inConsortia && (
              <ConsortiumPanel demand={demand} schema={schema} fresh={changesOf(live.changes)} />
            )}
            <PinPanel demand={demand} pins={pins} />
          </>
        }
        empty={boards[demand.board].asksOffice && <AskOffice board={demand.board} criteria={demand.criteria} />}
        note={threshold > 0 ? t('demand.threshold', { score: format.number(threshold) }) : undefined}
      />
    </>
  )
}

/** Saves the criteria once they have stood still; on another version the page takes the server's and says so. */
function useSaving(demand: Demand, criteria: Criterion[]) {
  const cache = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: saveDemand,
    onSuccess: (saved) => cache.setQueryData(['demands', demand.id], saved),
  })
  const wanted = useDebounced(criteria, 600)
  const key = JSON.stringify(wanted)
  useEffect(() => {
    if (JSON.stringify(demand.criteria) !== key) mutate({ ...demand, criteria: JSON.parse(key) as Criterion[] })
    // A version that another page made must not send this page's criteria again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return { error, saving: isPending }
}
