import { useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/i18n'
import type { MapPoint } from '../basemap'
import type { View } from '../world'
import { sideOf } from './cardSide'
import type { Lit } from './lit'
import type { Mark } from './marks'

/** What is lit, in a few words beside its pin; the pin's own name says the same to a screen reader. */
export function PinCard({
  marks,
  points,
  lit,
  view,
  factsOf,
}: {
  marks: Mark[]
  points: MapPoint[]
  lit: Lit
  view: View
  factsOf: ((id: string) => string) | undefined
}) {
  const { t } = useWords()
  const lighted = useSyncExternalStore(lit.subscribe, lit.read)
  if (!lighted) return null
  const mark = marks.find((held) => held.points.some(({ id }) => lighted.ids.includes(id)))
  const point = lighted.from === 'map' ? mark?.points[0] : points.find(({ id }) => lighted.ids.includes(id))
  if (!mark || !point) return null
  const isMany = lighted.from === 'map' && mark.points.length > 1
  return (
    <div
      className="pin-card"
      data-side={sideOf(mark, view)}
      style={{ '--x': mark.x, '--y': mark.y } as React.CSSProperties}
      aria-hidden="true"
    >
      <b>{isMany && mark.kind === 'cluster' ? t('map.cluster', { count: mark.points.length }) : point.name}</b>
      {isMany ? (
        <span>{mark.kind === 'cluster' ? t('map.clusterHint') : t('map.here', { count: mark.points.length })}</span>
      ) : (
        <span>{factsOf?.(point.id) || point.said}</span>
      )}
    </div>
  )
}
