import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Schema } from '../../api/boards'
import { buildingOf, type Places, useBuilding, useProfiled } from '../../api/records'
import { useSpacesOf } from '../../stack/spaces'
import type { BoardCode, Match, Space } from '../../api/types'
import { HoldLine } from '../../holds/HoldLine'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TabSet } from '../../kit/TabSet'
import { ScoreTile } from '../../score/ScoreTile'
import { Why } from '../../score/Why'
import { AdmissionLine } from '../../uses/AdmissionLine'
import AdmissionMark from '../../uses/AdmissionMark'
import { Uses } from '../../uses/Uses'
import { Facts } from './Facts'
import { NearbyPartners } from './NearbyPartners'
import Members from '../runs/Members'
import { membersOf, type Place, placeOf } from '../list/names'
import { useIsWide } from '../useIsWide'
import { StackTab } from './StackTab'
import { YourSide } from './YourSide'
import { boards } from '../../kinds/boards'

interface DetailProps {
  board: BoardCode
  /** What the list has read already. */
  places: Places
  match: Match | undefined
  id: string
  schema: Schema
  scores: ReadonlyMap<string, number>
  scored: boolean
  /** The saved demand whose list it is. */
  demand: string | undefined
  /** Of the enterprise that seeks; undefined: not known, or no enterprise seeks. */
  industry: string | undefined
  /** What can be done with it. */
  action?: ReactNode
  onClose: () => void
}

/** Everything about one match. On a phone it is a sheet over the list, with an address of its own. */
export default function Detail(props: DetailProps) {
  return boards[props.board].inBuildings ? <SpaceDetail {...props} /> : <ProfileDetail {...props} />
}

function SpaceDetail({ scores, ...props }: DetailProps) {
  const words = useWords()
  const { board, id, schema, match, demand, industry } = props
  const buildingId = buildingOf(id)
  const building = useBuilding(buildingId).data
  const spaces = useSpacesOf(buildingId, true).data ?? noSpaces
  const places = {
    board,
    records: new Map(spaces.map((space) => [space.id, space])),
    buildings: new Map(building ? [[building.id, building]] : []),
  }
  const place = placeOf(id, places, words)
  const members = membersOf(id)
  const isRun = members.length > 1
  return (
    <Frame
      {...props}
      place={place}
      address={words.text(building?.address)}
      before={
        isRun ? (
          <>
            <Members ids={members} places={places} />
            {industry && <AdmissionMark ids={members} places={places} industry={industry} />}
          </>
        ) : (
          <AdmissionLine record={place.record} building={building} schema={schema} industry={industry} />
        )
      }
      tabs={[
        {
          id: 'stack',
          title: words.t('detail.stack'),
          content: (
            <StackTab
              building={buildingId}
              location={place.location}
              spaces={spaces}
              chosen={members}
              scores={scores}
              asked={askedUse(match)}
              demand={demand}
            />
          ),
        },
        ...(place.location
          ? [
              {
                id: 'nearby',
                title: words.t('detail.nearby'),
                content: <NearbyPartners buildingId={buildingId} location={place.location} of={demand} />,
              },
            ]
          : []),
        ...(isRun ? [] : [{ id: 'uses', title: words.t('detail.uses'), content: <Uses id={id} schema={schema} /> }]),
        {
          id: 'facts',
          title: words.t('detail.facts'),
          content: <Facts record={place.record} building={building} schema={schema} />,
        },
      ]}
    />
  )
}

const noSpaces: Space[] = []

/** The first use that is asked for; undefined: none is. */
function askedUse(match: Match | undefined) {
  const use = match?.parts.find(({ attribute }) => attribute === 'uses')?.required
  return typeof use === 'string' ? use : undefined
}

function ProfileDetail(props: DetailProps) {
  const words = useWords()
  const { board, id, schema } = props
  const record = useProfiled(board, id).data ?? props.places.records.get(id)
  const place = placeOf(id, { board, records: new Map(record ? [[id, record]] : []), buildings: new Map() }, words)
  return (
    <Frame
      {...props}
      place={place}
      address={words.text(record?.address)}
      before={boards[board].comparesOwn && <YourSide need={record} schema={schema} />}
      tabs={[
        {
          id: 'facts',
          title: words.t('detail.facts'),
          content: <Facts record={record} building={undefined} schema={schema} />,
        },
      ]}
    />
  )
}

function Frame({
  match,
  schema,
  scored,
  action,
  onClose,
  place,
  address,
  before,
  tabs,
}: Omit<DetailProps, 'scores' | 'demand' | 'industry'> & {
  place: Place
  address: string
  /** Said before the reasons. */
  before?: ReactNode
  tabs: { id: string; title: string; content: ReactNode }[]
}) {
  const { t } = useWords()
  const name = useRef<HTMLHeadingElement>(null)
  const wide = useIsWide()
  useEffect(() => {
    // The sheet of a phone covers the list, so the focus goes with it.
    if (!wide) name.current?.focus()
  }, [wide])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // The page would take the same key.
    event.stopPropagation()
    onClose()
  }
  const why = (
    <>
      {before}
      {match ? (
        <Why match={match} schema={schema} record={place.record} />
      ) : (
        <p className="meta">{t('detail.noMatch')}</p>
      )}
    </>
  )
  // Where nothing is asked for there is no score to explain, and what is known of it comes first.
  const shown = scored
    ? [{ id: 'why', title: t('detail.why'), content: why }, ...tabs]
    : [...tabs].sort((a, b) => Number(b.id === 'facts') - Number(a.id === 'facts'))
  return (
    <aside className="detail" aria-labelledby="detail-name" onKeyDown={press}>
      <header className="detail-head">
        {match && scored && <ScoreTile score={match.score} />}
        <div>
          <h2 id="detail-name" ref={name} tabIndex={-1}>
            {place.name}
            {place.sample && <span className="tag sample">{t('sample')}</span>}
          </h2>
          <p className="meta">{address}</p>
          {match && <p className={`verdict ${match.verdict}`}>{t(`verdict.${match.verdict}`)}</p>}
          <HoldLine hold={match?.hold} />
        </div>
        <Button look={['quiet', 'icon']} aria-label={t('close')} onClick={onClose}>
          ✕
        </Button>
      </header>
      {action}
      {!scored && before}
      <TabSet label={place.name} tabs={shown} />
    </aside>
  )
}
