import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import type { Schema } from '../api/boards'
import { usePlaces } from '../api/records'
import { useMe } from '../api/session'
import type { BoardCode, Criterion } from '../api/types'
import { useWords, withTexts } from '../i18n/i18n'
import { useBackCloses } from '../kit/back/useBackCloses'
import { useShortcut } from '../kit/keys/shortcuts'
import { PauseSwitch, RerankPill } from '../live/lists/UpdatesBar'
import { type LiveList, useListView } from '../live/lists/useDemandList'
import { Lit } from '../map/pins/lit'
import { usePicks } from './compare/picks'
import { MatchRows } from './list/MatchRows'
import { type Placing, type Sort, sortable, SortChoice } from './list/sorting'
import { useRank } from './list/useRank'
import { membersIn, membersOf, placeOf } from './list/names'
import { divided, isIn } from './map/area'
import { useArea } from './map/useArea'
import { type NearQuery, useNear } from './near/useNear'
import type { Stop } from './sheet/stops'
import './sheet/sheet.css'
import { useIsWide } from './useIsWide'
import { useFocusBack, useOpened } from './useOpened'
import { boards } from '../kinds/boards'
import { partyOf } from '../kinds/kinds'
import { useIndustry } from '../uses/useIndustry'

// Shown behind the list, or once somebody opens or compares matches: all come after the first list.
const NearRows = lazy(withTexts(() => import('./near/NearRows')))
const BoardMap = lazy(withTexts(() => import('./map/BoardMap')))
const AreaNote = lazy(withTexts(() => import('./map/AreaNote')))
const Behind = lazy(withTexts(() => import('./Behind')))
const SheetHandle = lazy(withTexts(() => import('./sheet/SheetHandle')))
const Detail = lazy(withTexts(() => import('./detail/Detail')))
const Comparison = lazy(withTexts(() => import('./compare/Comparison')))

export interface MatchBoardProps {
  board: BoardCode
  live: LiveList
  schema: Schema
  criteria: Criterion[]
  /** How what is nearly there is asked for. */
  near: NearQuery
  /** Said below the count: what the list leaves out, or why it is empty. */
  note?: ReactNode
  /** Stands above the rows. */
  above?: ReactNode
  /** Rows behind the matches, before what is nearly there. */
  after?: ReactNode
  /** What to do where the list is empty. */
  empty?: ReactNode
  /** What can be done with a match that is listed. */
  action?: (id: string) => ReactNode
  /** What is said of it in its row. */
  mark?: (id: string) => ReactNode
  /** The saved demand whose picks can be kept; left out: it is not saved. */
  demand?: string
  /** The party that seeks, such as `enterprises/e1`; left out: the reader's own. */
  seeker?: string | undefined
  /** What stands first or last by hand. */
  placing?: Placing | undefined
  onApply: (criteria: Criterion[]) => void
  onRanked?: () => void
}

const mapped = 300
/** So many matches are read to their end: what is nearly there is asked for at once. */
const few = 10

/** Ranked list, map and detail of one requirement; list and map share one selection, which stands in the address. */
export function MatchBoard({
  board,
  live,
  schema,
  criteria,
  near: nearQuery,
  note,
  above,
  after,
  empty,
  action,
  mark,
  demand,
  seeker,
  placing,
  onApply,
  onRanked,
}: MatchBoardProps) {
  const words = useWords()
  const { t } = words
  const { list } = live
  const view = useListView(list)
  const wide = useIsWide()
  const { mapped: mappable = false, mutual = false, inBuildings } = boards[board]
  const { me } = useMe()
  const industry = useIndustry(inBuildings ? (seeker ?? partyOf(me)) : undefined)
  const { selected, select, compared, compare } = useOpened()
  const [tab, setTab] = useState<'list' | 'map'>('list')
  const [stop, setStop] = useState<Stop>('low')
  const isSheet = !wide && mappable && tab === 'map'
  useFocusBack(selected)
  useBackCloses(isSheet && stop !== 'low', () => setStop('low'), true)
  const shown = useMemo(() => view.order.slice(0, mapped), [view.order])
  const [drawn, setDrawn] = useState(0)
  const { picks, set: setPicks, toggle } = usePicks(board)
  const area = useArea(mappable)
  const [lit] = useState(() => new Lit())
  const scored = criteria.length > 0
  const [nearSeen, setNearSeen] = useState(false)
  const isUnlisted = (id: string) => !view.order.includes(id)
  const nearWanted = nearSeen || view.total <= few || [selected ?? [], compared].flat().some(isUnlisted)
  const { near, isSettled } = useNear(nearQuery, list, live.ready && scored && nearWanted)
  const nearIds = useMemo(() => near?.rows.map(({ match }) => match.id) ?? [], [near])
  const nearById = useMemo(() => new Map(near?.rows.map(({ match }) => [match.id, match])), [near])
  const pinned = useMemo(() => [...shown, ...nearIds], [shown, nearIds])
  // The records of a very long list are read as its rows are come upon.
  const reached = Math.ceil(drawn / 50) * 50 + 50
  const below = useMemo(() => view.order.slice(mapped, reached), [view.order, reached])
  const ids = useMemo(
    () => [
      ...new Set(
        [placing?.first ?? [], shown, picks, compared, nearIds, below].flatMap((part) => [...part].flatMap(membersOf)),
      ),
    ],
    [shown, placing, picks, compared, nearIds, below],
  )
  const places = usePlaces(board, ids, live.changes)
  const isRead = places.records.size > 0 && (!inBuildings || places.buildings.size > 0)
  const parts = area.area && divided(isRead ? shown : [], area.area, (id) => placeOf(id, places, words).location)
  const [chosenSort, setSort] = useState<Sort>('score')
  const sorts = useMemo(() => (scored ? sortable(schema, criteria) : []), [scored, schema, criteria])
  const isMutual = mutual && list.matches().some((match) => match.mutual !== undefined)
  // A criterion that goes takes its order with it.
  const sortedBy = sorts.find((code) => code === chosenSort.replace('-', ''))
  const sort = (chosenSort === 'mutual' ? isMutual : sortedBy) ? chosenSort : 'score'
  const [ranking, setRanking] = useState(0)
  const rankOf = useRank(board, criteria, sort, list, ranking)
  const rank = () => {
    list.rank()
    setRanking((before) => before + 1)
    onRanked?.()
  }
  const matchOf = (id: string) => list.readRow(id)?.match ?? nearById.get(id)
  const match = selected === undefined ? undefined : matchOf(selected)
  const comparing = compared.length > 0
  useShortcut('Escape', () => select(undefined), selected !== undefined && !comparing)
  useShortcut('c', () => compare(picks), !comparing && picks.length > 1)
  useShortcut('m', () => setTab(tab === 'list' ? 'map' : 'list'), mappable && !wide && !comparing && !selected)
  useShortcut(
    'x',
    () => {
      const row = document.activeElement?.closest<HTMLElement>('.list-row')?.dataset.id ?? selected
      if (row) toggle(row)
    },
    !comparing,
  )
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const scores = useMemo(() => new Map(list.matches().map(({ id, score }) => [id, score])), [list, view])
  if (comparing)
    return (
      <Suspense fallback={<p className="meta">{t('loading')}</p>}>
        <Comparison
          columns={compared.map((id) => ({
            id,
            place: placeOf(id, places, words),
            match: matchOf(id),
            ...membersIn(id, places),
          }))}
          criteria={criteria}
          schema={schema}
          industry={industry}
          ready={live.ready && compared.some((id) => places.records.has(membersOf(id)[0]!))}
          link={() => window.location.href}
          onRemove={(id) => {
            setPicks(picks.filter((other) => other !== id))
            compare(compared.filter((other) => other !== id))
          }}
          onOpen={select}
          onBack={() => compare([])}
        />
      </Suspense>
    )
  const isEmpty = live.ready && view.order.length === 0
  const row = { list, places, schema, scored, sortedBy, mark, industry, onPick: toggle, onSelect: select }
  const nearRows = live.ready && scored && (
    <Suspense fallback={<li className="near-misses" aria-busy="true" />}>
      <NearRows
        {...row}
        before={after}
        near={near}
        selected={selected}
        picks={picks}
        isWithin={(id) => {
          const place = area.area && placeOf(id, places, words).location
          return !area.area || (place !== undefined && isIn(area.area, place))
        }}
        onSight={setNearSeen}
        onApply={onApply}
      />
    </Suspense>
  )
  return (
    <>
      <div className={`board ${mappable ? '' : 'no-map '}${mappable ? tab : 'list'}${selected ? ' with-detail' : ''}`}>
        <section className="list-pane" aria-labelledby="match-count" data-stop={isSheet ? stop : undefined}>
          {isSheet && (
            <Suspense fallback={<div className="sheet-handle" />}>
              <SheetHandle stop={stop} onChange={setStop} />
            </Suspense>
          )}
          <div className="list-head">
            <h2 id="match-count" className="nums">
              {live.ready ? t(`${board}.count`, { count: view.total }) : t('loading')}
            </h2>
            <RerankPill list={list} onRank={rank} />
            {(isMutual || sorts.length > 0) && (
              <SortChoice value={sort} schema={schema} codes={sorts} mutual={isMutual} onChange={setSort} />
            )}
            <PauseSwitch paused={live.paused} onChange={live.setPaused} />
            {rankOf && view.more && <p className="meta list-note">{t('sort.ofBest', { count: view.order.length })}</p>}
            {parts && isRead && (
              <Suspense fallback={<div className="list-note area-note" />}>
                <AreaNote parts={parts} best={view.more} onShowAll={area.showAll} />
              </Suspense>
            )}
            {note && <div className="meta list-note">{note}</div>}
          </div>
          {above}
          {isEmpty && <p className="empty">{t(`${board}.none`)}</p>}
          <MatchRows
            {...row}
            placing={placing}
            rankOf={rankOf}
            selected={selected}
            picks={picks}
            lit={lit}
            only={parts?.here}
            inPane={wide || isSheet}
            onDrawn={setDrawn}
            after={nearRows}
          />
          {isEmpty && (isSettled || !scored) && empty && <div className="empty">{empty}</div>}
        </section>
        {mappable && (wide || tab === 'map') && (
          <Suspense fallback={<div className="map" aria-busy="true" />}>
            <BoardMap
              ids={pinned}
              shown={{ list, places, schema, scored, sortedBy, near: nearById }}
              selected={selected}
              picks={picks}
              lit={lit}
              area={area}
              criteria={criteria}
              onSelect={select}
            />
          </Suspense>
        )}
        {selected && (
          <Suspense fallback={<section className="detail" aria-busy="true" />}>
            <Detail
              key={selected}
              board={board}
              places={places}
              id={selected}
              match={match}
              schema={schema}
              scores={scores}
              scored={scored}
              demand={demand}
              industry={industry}
              onClose={() => select(undefined)}
              action={list.readRow(selected)?.gone === false && action?.(selected)}
            />
          </Suspense>
        )}
        {!wide && mappable && (
          <nav className="bottom-bar" aria-label={t('view.label')}>
            {(['list', 'map'] as const).map((name) => (
              <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
                {t(`view.${name}`)}
              </button>
            ))}
          </nav>
        )}
      </div>
      {live.ready && (
        <Suspense fallback={picks.length > 0 && <div className="tray" />}>
          <Behind
            {...{ board, places, schema, criteria, placing, rankOf, picks, matchOf, live, demand }}
            only={parts?.here}
            mapped={mappable}
            onToggle={toggle}
            onClear={() => setPicks([])}
            onCompare={() => compare(picks)}
          />
        </Suspense>
      )}
    </>
  )
}
