import { useWords } from '../../i18n/i18n'
import { useGround } from '../ground'
import { placeAt, unitsPerMetre, type View } from '../world'
import { scaleLength } from './scaleLength'

/** The scale, and whose map it is. */
export function MapNotes({ view }: { view: View }) {
  const { t, format } = useWords()
  const { data } = useGround()
  const { metres, pixels } = scaleLength(unitsPerMetre(placeAt(view.x, view.y).lat) * view.scale)
  const source = data?.tiles ? data.tiles.attribution : t('map.schematic')
  return (
    <p className="map-notes">
      <i style={{ width: pixels }} aria-hidden="true" />
      <span className="nums">{format.distance(metres)}</span>
      {source && <span>{source}</span>}
    </p>
  )
}
