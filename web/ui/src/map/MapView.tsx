import { lazy, Suspense, useState } from 'react'
import type { Point } from '../api/types'
import { useWords } from '../i18n/i18n'
import { ScoreLegend } from '../score/ScoreTile'
import type { MapPoint } from './basemap'
import { SvgMap } from './SvgMap'

export interface MapProps {
  points: MapPoint[]
  selected?: string | undefined
  onSelect?: (id: string) => void
  /** Where given, a click chooses a place. */
  onPick?: (point: Point) => void
  picked?: Point | undefined
  /** Shows all points, until the reader moves the map. */
  fits?: boolean
}

// The map is the largest part of the page and comes after the list.
const TileMap = lazy(() => import('./TileMap'))

function hasWebGl() {
  try {
    return Boolean(document.createElement('canvas').getContext('webgl2'))
  } catch {
    return false
  }
}

/** A map of Kowloon East. Everything on it is in the list too. */
export function MapView(props: MapProps & { legend?: boolean }) {
  const { t } = useWords()
  const [drawn, setDrawn] = useState(() => !hasWebGl())
  return (
    <div className="map">
      {drawn ? (
        <SvgMap {...props} />
      ) : (
        <Suspense fallback={<p className="map-wait">{t('map.loading')}</p>}>
          <TileMap {...props} onFailure={() => setDrawn(true)} />
        </Suspense>
      )}
      {props.legend && <ScoreLegend />}
    </div>
  )
}
