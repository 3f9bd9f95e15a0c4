import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import type { Demand, Point, Space } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { changesOf, useDemandList, useListView } from '../../live/lists/useDemandList'
import { useRefetch } from '../../kit/useRefetch'
import { ScoreTile } from '../../score/ScoreTile'
import { shortValue } from '../../score/describe'
import { StackingPlan } from '../../stack/StackingPlan'
import { byFloor, floorOf, type Supplier } from '../../stack/suppliers'
import { boxAround } from './nearby'
import { usePartnersDemand } from './usePartnersDemand'

interface StackTabProps {
  building: string
  location: Point | undefined
  spaces: readonly Space[]
  chosen: readonly string[]
  scores: ReadonlyMap<string, number>
  /** The use that is asked for. */
  asked: string | undefined
  /** The saved demand on sites whose list it is. */
  demand: string | undefined
}

const refreshEvery = 15_000
/** Firms of one building say the same place; one that says another by a few steps still counts. */
const sameBuilding = 2

/** The building floor by floor, and for who may see firms, those upstairs and downstairs. */
export function StackTab({ location, demand, ...plan }: StackTabProps) {
  const { me } = useMe()
  const partners = usePartnersDemand(demand)
  if (!me || me.owner || !location) return <StackingPlan {...plan} />
  return partners ? (
    <Meeting {...plan} location={location} demand={partners} />
  ) : (
    <Supplied {...plan} location={location} scoreOf={undefined} fresh={0} />
  )
}

/** Those that meet the requirement on partners, while they do. */
function Meeting({ demand, ...props }: Omit<StackTabProps, 'demand'> & { location: Point; demand: Demand }) {
  const live = useDemandList(demand.id, demand.version)
  const view = useListView(live.list)
  // The view is a new object whenever rows may have changed.
  const scoreOf = useMemo(
    () => (id: string) => {
      const row = live.list.readRow(id)
      return row && !row.gone ? row.match.score : undefined
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [live.list, view],
  )
  return <Supplied {...props} scoreOf={scoreOf} fresh={changesOf(live.changes)} demand={demand} />
}

function Supplied({
  location,
  scoreOf,
  fresh,
  demand,
  ...plan
}: Omit<StackTabProps, 'demand'> & {
  location: Point
  /** undefined for a firm: it does not meet the requirement. Left out: every firm counts. */
  scoreOf: ((firm: string) => number | undefined) | undefined
  /** Asks anew when it changes. */
  fresh: number
  demand?: Demand
}) {
  const words = useWords()
  const schema = useSchema('partners')
  const { data, refetch } = useQuery({
    queryKey: ['firms', 'inside', plan.building],
    refetchInterval: refreshEvery,
    queryFn: ({ signal }) =>
      api.get('/api/firms', { query: { bbox: boxAround(location, sameBuilding), limit: 500 }, signal }),
  })
  useRefetch(fresh, refetch)
  const suppliers = useMemo(
    () =>
      (data?.items ?? [])
        .filter(({ id, buildingId }) => buildingId === plan.building && (!scoreOf || scoreOf(id) !== undefined))
        .map((firm): Supplier => ({
          id: firm.id,
          name: words.text(firm.name) || firm.id,
          makes: firm.values.capabilities
            ? shortValue(firm.values.capabilities, schema.byCode.get('capabilities'), words)
            : '',
          floor: floorOf(firm.address),
          score: scoreOf?.(firm.id),
        })),
    // Words are made anew with their language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [data, plan.building, scoreOf, schema, words.language],
  )
  return (
    <>
      <StackingPlan {...plan} suppliers={suppliers} />
      {data && <SupplierList suppliers={suppliers} demand={demand} />}
    </>
  )
}

/** The same as the edges, in words. */
function SupplierList({ suppliers, demand }: { suppliers: readonly Supplier[]; demand: Demand | undefined }) {
  const { t, text, format } = useWords()
  const elsewhere = suppliers.filter(({ floor }) => floor === undefined)
  const lines = [...byFloor(suppliers).flatMap(([, on]) => on), ...elsewhere]
  return (
    <section className="stack-suppliers">
      <h3>{t('stack.suppliers.title')}</h3>
      {lines.length === 0 ? (
        <p className="meta">{t(demand ? 'stack.suppliers.none' : 'stack.suppliers.nobody')}</p>
      ) : (
        <p className="meta">
          {demand
            ? t('stack.suppliers.meeting', { name: text(demand.name) || t('demand.unnamed') })
            : t('stack.suppliers.all')}
        </p>
      )}
      <ul>
        {lines.map(({ id, name, makes, floor, score }) => (
          <li key={id}>
            <span className="supplier-floor nums">
              {floor === undefined ? t('stack.suppliers.noFloor') : format.quantity(floor, 'storey')}
            </span>
            {score !== undefined && <ScoreTile score={score} />}
            <div>
              <b>{name}</b>
              <p className="meta">{makes}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
