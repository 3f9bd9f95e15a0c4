import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import type { Demand, Firm, Page, Point } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { useRefetch } from '../../kit/useRefetch'
import { changesOf, useDemandList, useListView } from '../../live/lists/useDemandList'
import { ScoreTile } from '../../score/ScoreTile'
import { shortValue } from '../../score/describe'
import { bands, boxAround, held, inBand, type Neighbour, neighbours } from './nearby'
import { usePartnersDemand } from './usePartnersDemand'

const refreshEvery = 15_000

/**
 * Who can make it upstairs or around the corner, with the scores of the reader's own partners requirement while it is
 * live.
 */
export function NearbyPartners({
  buildingId,
  location,
  of,
}: {
  buildingId: string
  location: Point
  /** The saved demand on sites whose list it is. */
  of: string | undefined
}) {
  const { t } = useWords()
  const { me } = useMe()
  const demand = usePartnersDemand(of)
  if (!me || me.owner) return <p className="meta">{t('nearby.signIn')}</p>
  return demand ? (
    <Scored demand={demand} buildingId={buildingId} location={location} />
  ) : (
    <Neighbours
      buildingId={buildingId}
      location={location}
      scoreOf={() => undefined}
      fresh={0}
      hint={<Link href="/partners">{t('nearby.write')}</Link>}
    />
  )
}

function Scored({ demand, ...place }: { demand: Demand; buildingId: string; location: Point }) {
  const { t, text } = useWords()
  const live = useDemandList(demand.id, demand.version)
  useListView(live.list)
  return (
    <Neighbours
      {...place}
      fresh={changesOf(live.changes)}
      scoreOf={(id) => live.list.readRow(id)?.match.score}
      hint={
        <>
          {t('nearby.scored')} <Link href={`/demands/${demand.id}`}>{text(demand.name) || t('demand.unnamed')}</Link>
        </>
      }
    />
  )
}

/** Firms around the space, asked for anew now and then, and when the reader's requirement saw one change. */
function useNeighbours(buildingId: string, location: Point, fresh: number) {
  const { data, refetch } = useQuery({
    queryKey: ['firms', 'nearby', buildingId],
    refetchInterval: refreshEvery,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/firms', { query: { bbox: boxAround(location), limit: 500 }, signal }),
  })
  useRefetch(fresh, refetch)
  const [shown, setShown] = useState<{ data?: Page<Firm>; list: Neighbour[] }>({ list: [] })
  // React takes a state that is set while rendering before it shows anything, so that no row is seen twice.
  if (data && shown.data !== data)
    setShown({ data, list: held(shown.list, neighbours(data.items, buildingId, location)) })
  return data ? shown.list : undefined
}

function Neighbours({
  buildingId,
  location,
  scoreOf,
  fresh,
  hint,
}: {
  buildingId: string
  location: Point
  scoreOf: (firm: string) => number | undefined
  /** Asks anew when it changes. */
  fresh: number
  hint: ReactNode
}) {
  const { t } = useWords()
  const found = useNeighbours(buildingId, location, fresh)
  if (!found) return <p className="meta">{t('loading')}</p>
  const inside = found.filter(({ minutes }) => minutes === 0)
  const around = bands
    .map((band) => ({ band, items: found.filter(({ minutes }) => inBand(minutes, band)) }))
    .filter(({ items }) => items.length > 0)
  return (
    <div className="nearby">
      <p className="meta">{hint}</p>
      <h3>{t('nearby.upstairs')}</h3>
      {inside.length === 0 ? (
        <p className="meta">{t('nearby.nobodyUpstairs')}</p>
      ) : (
        <List items={inside} scoreOf={scoreOf} />
      )}
      {around.map(({ band, items }) => (
        <section key={band}>
          <h3>{t('nearby.within', { count: band })}</h3>
          <List items={items} scoreOf={scoreOf} />
        </section>
      ))}
      {around.length === 0 && <p className="meta">{t('nearby.nobodyAround')}</p>}
    </div>
  )
}

const step = 15

function List({ items, scoreOf }: { items: Neighbour[]; scoreOf: (firm: string) => number | undefined }) {
  const { t } = useWords()
  const [shown, setShown] = useState(step)
  return (
    <>
      <ul className="nearby-list">
        {items.slice(0, shown).map((item) => (
          <Line key={item.firm.id} item={item} score={scoreOf(item.firm.id)} />
        ))}
      </ul>
      {items.length > shown && (
        <Button look="small" onClick={() => setShown(shown + step)}>
          {t('match.more', { count: items.length - shown })}
        </Button>
      )}
    </>
  )
}

function Line({ item: { firm, minutes, gone }, score }: { item: Neighbour; score: number | undefined }) {
  const words = useWords()
  const { t } = words
  const schema = useSchema('partners')
  const facts = [
    minutes > 0 ? t('nearby.minutes', { count: minutes }) : '',
    firm.values.capabilities ? shortValue(firm.values.capabilities, schema.byCode.get('capabilities'), words) : '',
  ]
  return (
    <li className={gone ? 'gone' : ''}>
      {score !== undefined && <ScoreTile score={score} dimmed={Boolean(gone)} />}
      <div>
        <b>{words.text(firm.name) || firm.id}</b> {firm.sample && <span className="tag sample">{t('sample')}</span>}
        <p className="meta">{gone ? t('nearby.gone') : facts.filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  )
}
