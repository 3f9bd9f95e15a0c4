import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Point } from '../api/types'
import { useWords, withTexts } from '../i18n/i18n'
import { useGround } from './ground'
import { MapLegend } from './MapLegend'
import type { OverlayProps } from './pins/Overlay'

export interface MapProps extends OverlayProps {
  /** Where given, a click chooses a place. */
  onPick?: (point: Point) => void
  picked?: Point | undefined
}

// The map is the largest part of the page and comes after the list.
const TileMap = lazy(withTexts(() => import('./TileMap')))
const SvgMap = lazy(withTexts(() => import('./SvgMap')))

function hasWebGl() {
  try {
    return Boolean(document.createElement('canvas').getContext('webgl2'))
  } catch {
    return false
  }
}

/** A map of Kowloon East. Everything on it is in the list too. */
export function MapView(props: MapProps & { legend?: boolean; children?: ReactNode }) {
  const { t } = useWords()
  // Asked for while the map's script is on its way.
  useGround()
  const [drawn, setDrawn] = useState(() => !hasWebGl())
  return (
    <div className="map">
      <Suspense fallback={<p className="map-wait">{t('map.loading')}</p>}>
        {drawn ? <SvgMap {...props} /> : <TileMap {...props} onFailure={() => setDrawn(true)} />}
      </Suspense>
      {props.children}
      {props.legend && <MapLegend points={props.points} reaches={props.reaches} />}
    </div>
  )
}
