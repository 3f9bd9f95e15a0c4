import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useSchema } from '../api/boards'
import { query, request } from '../api/client'
import { useMe } from '../api/session'
import type { Demand, Firm, Page, Point } from '../api/types'
import { useWords } from '../i18n/i18n'
import { useDemandList, useListView } from '../live/useLive'
import { ScoreTile } from '../score/ScoreTile'
import { shortValue } from '../score/describe'
import { boxAround, type Neighbour, neighbours } from './nearby'

const refreshEvery = 15_000

/** Who can make it upstairs or around the corner, with the scores of the reader's own partners requirement while it is live. */
export function NearbyPartners({ buildingId, location }: { buildingId: string; location: Point }) {
  const { t } = useWords()
  const { me } = useMe()
  const demand = usePartnersDemand(Boolean(me?.enterprise || me?.firm))
  if (!me || me.owner) return <p className="meta">{t('nearby.signIn')}</p>
  return demand ? <Scored demand={demand} buildingId={buildingId} location={location} />
    : <Neighbours buildingId={buildingId} location={location} scoreOf={() => undefined} fresh={0} hint={<Link href="/partners">{t('nearby.write')}</Link>} />
}

function usePartnersDemand(enabled: boolean) {
  return useQuery({
    queryKey: ['demands'], enabled, queryFn: ({ signal }) => request<Page<Demand>>('/api/demands?limit=500', { signal }),
    select: (page) => page.items.find(({ board }) => board === 'partners'),
  }).data
}

function Scored({ demand, ...place }: { demand: Demand; buildingId: string; location: Point }) {
  const { t, text } = useWords()
  const live = useDemandList(demand.id, demand.version)
  useListView(live.list)
  return <Neighbours {...place} fresh={live.changed.length} scoreOf={(id) => live.list.readRow(id)?.match.score}
    hint={<>{t('nearby.scored')} <Link href={`/demands/${demand.id}`}>{text(demand.name) || t('demand.unnamed')}</Link></>} />
}

function Neighbours({ buildingId, location, scoreOf, fresh, hint }: {
  buildingId: string
  location: Point
  scoreOf: (firm: string) => number | undefined
  /** Asks anew when it changes. */
  fresh: number
  hint: React.ReactNode
}) {
  const { t } = useWords()
  const { data } = useQuery({
    queryKey: ['firms', 'nearby', buildingId, fresh], refetchInterval: refreshEvery, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Page<Firm>>(`/api/firms${query({ bbox: boxAround(location), limit: 500 })}`, { signal }),
  })
  if (!data) return <p className="meta">{t('loading')}</p>
  const found = neighbours(data.items, buildingId, location)
  const [inside, around] = [found.filter(({ minutes }) => minutes === 0), found.filter(({ minutes }) => minutes > 0)]
  return (
    <div className="nearby">
      <p className="meta">{hint}</p>
      <h3>{t('nearby.upstairs')}</h3>
      {inside.length === 0 ? <p className="meta">{t('nearby.nobodyUpstairs')}</p> : <List items={inside} scoreOf={scoreOf} />}
      {around.length > 0 && <><h3>{t('nearby.around')}</h3><List items={around.slice(0, 30)} scoreOf={scoreOf} /></>}
    </div>
  )
}

function List({ items, scoreOf }: { items: Neighbour[]; scoreOf: (firm: string) => number | undefined }) {
  const words = useWords()
  const schema = useSchema('partners')
  return (
    <ul className="nearby-list">
      {items.map(({ firm, minutes }) => {
        const score = scoreOf(firm.id)
        return (
          <li key={firm.id}>
            {score !== undefined && <ScoreTile score={score} />}
            <div>
              <b>{words.text(firm.name) || firm.id}</b> {firm.sample && <span className="tag sample">{words.t('sample')}</span>}
              <p className="meta">{[minutes > 0 ? words.t('nearby.minutes', { count: minutes }) : '', shortValue((firm.values.capabilities ?? null), schema.byCode.get('capabilities'), words)].filter(Boolean).join(' · ')}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
