import { type ReactNode } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useMe } from '../../../api/session'
import type { BoardCode, Demand } from '../../../api/types'
import { emptyReading, readOn, bare } from '../../../brief/sentence'
import { useReading } from '../../../brief/useReading'
import { useSchema } from '../../../api/boards'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { boardCodes, soughtBy } from '../../../kinds/boards'
import { partyOf } from '../../../kinds/kinds'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import { RequirementChips } from '../../../requirement/RequirementChips'
import { BriefHeader, moneyTab, timelineTab } from '../BriefHeader'
import '../briefs.css'
import { BriefDemand } from '../demand/BriefDemand'
import { TimelineTab } from '../timeline/TimelineTab'
import { BriefTools } from './BriefTools'
import { ShareMenu } from './ShareMenu'
import { type SavedBrief, useBriefDemands, useEditing, useSavedBrief } from './useSavedBrief'

/** A saved Brief: its standing demands as tabs of one page, with their live lists. */
export default function SavedBriefPage({ id, money }: { id: string; money: (enterprise: string) => ReactNode }) {
  const { data, error } = useSavedBrief(id)
  return data ? <Loaded saved={data} money={money} /> : <Loading error={error} />
}

export function Loading({ error }: { error: unknown }) {
  const { t } = useWords()
  return (
    <div className="page">
      <PageHeading title={t('brief.title')} />
      <ProblemNotice error={error} />
      {!error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

export function Loaded({ saved, money }: { saved: SavedBrief; money: (enterprise: string) => ReactNode }) {
  const demands = useBriefDemands(saved.demands)
  return demands ? <Tabs saved={saved} demands={demands} money={money} /> : <Loading error={undefined} />
}

function Tabs({
  saved,
  demands,
  money,
}: {
  saved: SavedBrief
  demands: Demand[]
  money: (enterprise: string) => ReactNode
}) {
  const { t, text } = useWords()
  const { me } = useMe()
  const [search] = useSearchParams()
  const [location, go] = useLocation()
  const { brief, setBrief, addBoard, keep } = useEditing(saved, demands, ({ id }) =>
    go(`/briefs/${id}?${search.toString()}`, { replace: true }),
  )
  const own = saved.owner !== undefined && saved.owner === partyOf(me)
  const addable = own ? soughtBy(me?.firm ? 'firm' : 'enterprise') : []
  const shown = boardCodes.filter((code) => addable.includes(code) || demands.some(({ board }) => board === code))
  const enterprise = saved.owner?.startsWith('enterprises/') ? saved.owner.slice('enterprises/'.length) : undefined
  const asked = search.get('tab')
  const tabs = [
    ...shown.map((code) => ({ code: code as string, title: t(`nav.${code}`), href: `${location}?tab=${code}` })),
    ...(enterprise ? [{ code: moneyTab, title: t('brief.money'), href: `${location}?tab=${moneyTab}` }] : []),
    { code: timelineTab, title: t('brief.timeline.title'), href: `${location}?tab=${timelineTab}` },
  ]
  const current = tabs.find(({ code }) => code === asked)?.code ?? demands[0]?.board ?? tabs[0]!.code
  const board = shown.find((code) => code === current)
  const demand = demands.find((one) => one.board === board)
  return (
    <>
      <BriefHeader
        title={text(saved.name) || t('demand.unnamed')}
        tabs={tabs}
        current={current}
        isHeading={current !== moneyTab}
      >
        <ShareMenu brief={brief} {...(enterprise && { enterprise })} {...(board && { board })} />
        {own && saved.id && <BriefTools brief={saved} onKeep={keep} />}
      </BriefHeader>
      {demand && (
        <BriefDemand key={demand.id} demand={demand} brief={brief} onBrief={(next) => setBrief(next, demand.board)} />
      )}
      {!demand && board && <NotAsked key={board} board={board} text={brief.text} onAdd={addBoard} />}
      {current === moneyTab && enterprise && money(enterprise)}
      {current === timelineTab && <TimelineTab demands={demands} />}
    </>
  )
}

/** A board of which the Brief asks nothing yet, with what its text would ask of it. */
function NotAsked({
  board,
  text,
  onAdd,
}: {
  board: BoardCode
  text: string
  onAdd: (board: BoardCode, criteria: Demand['criteria']) => Promise<void>
}) {
  const { t } = useWords()
  const schema = useSchema(board)
  const { data: reading = emptyReading } = useReading(text)
  const { run, error } = useSave()
  const criteria = readOn(reading, board).map(bare) as Demand['criteria']
  return (
    <div className="page">
      <section className="card">
        <h2>{t('brief.notAsked.title')}</h2>
        {criteria.length > 0 && (
          <>
            <p className="meta">{t('brief.notAsked.wouldAsk')}</p>
            <RequirementChips criteria={criteria} schema={schema} />
          </>
        )}
        <ProblemNotice error={error} />
        <p>
          <Button look="primary" onClick={() => void run(() => onAdd(board, criteria))}>
            {t(`home.next.seek.${board}`)}
          </Button>
        </p>
      </section>
    </div>
  )
}
