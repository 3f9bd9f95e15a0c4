import { useEffect, useRef } from 'react'
import type { Schema } from '../api/boards'
import { buildingOf, useBuilding, useSpacesOf } from '../api/records'
import type { Match } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { TabSet } from '../kit/TabSet'
import { ScoreTile } from '../score/ScoreTile'
import { Why } from '../score/Why'
import { StackingPlan } from '../stack/StackingPlan'
import { Facts } from './Facts'
import { placeOf } from './names'
import { useWide } from './useWide'

/** Everything about one match. On a phone it is a sheet over the list, with an address of its own. */
export function Detail({ match, id, schema, scores, scored, onClose }: {
  match: Match | undefined
  id: string
  schema: Schema
  scores: ReadonlyMap<string, number>
  scored: boolean
  onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const name = useRef<HTMLHeadingElement>(null)
  const wide = useWide()
  useEffect(() => {
    // The sheet of a phone covers the list, so the focus goes with it.
    if (!wide) name.current?.focus()
  }, [wide])
  const buildingId = buildingOf(id)
  const building = useBuilding(buildingId).data
  const spaces = useSpacesOf(buildingId).data ?? []
  const members = id.split('+')
  const place = placeOf(id, {
    spaces: new Map(spaces.map((space) => [space.id, space])), buildings: new Map(building ? [[building.id, building]] : []),
  }, words)
  const address = words.text(building?.address)
  return (
    <aside className="detail" aria-labelledby="detail-name" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header className="detail-head">
        {match && scored && <ScoreTile score={match.score} />}
        <div>
          <h2 id="detail-name" ref={name} tabIndex={-1}>{place.name}{place.sample && <span className="tag sample">{t('sample')}</span>}</h2>
          <p className="meta">{address}</p>
          {match && <p className={`verdict ${match.verdict}`}>{t(`verdict.${match.verdict}`)}</p>}
        </div>
        <Button look={['quiet', 'icon']} aria-label={t('close')} onClick={onClose}>✕</Button>
      </header>
      <TabSet label={place.name} tabs={[
        { id: 'why', title: t('detail.why'), content: match && scored ? <Why match={match} schema={schema} space={place.space} /> : <p className="meta">{t('detail.noMatch')}</p> },
        { id: 'stack', title: t('detail.stack'), content: <StackingPlan spaces={spaces} chosen={members} scores={scores} /> },
        { id: 'facts', title: t('detail.facts'), content: <Facts space={place.space} building={building} schema={schema} /> },
      ]} />
    </aside>
  )
}
