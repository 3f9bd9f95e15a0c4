import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { placeAt } from '../world'

const id = 'pins'
// A pin, what it stands on, and the way between them.
const [width, height] = [40, 46]

/** Gives the pins, which are no part of the drawn map, room in it: no name is placed below one. */
export function keepClear(map: MapLibre, places: readonly { x: number; y: number }[]) {
  if (!map.getSource(id)) {
    map.addImage(id, { width, height, data: new Uint8Array(width * height * 4) })
    map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
    map.addLayer({
      id,
      type: 'symbol',
      source: id,
      layout: { 'icon-image': id, 'icon-anchor': 'bottom', 'icon-offset': [0, 9], 'icon-allow-overlap': true },
    })
  }
  map.getSource<GeoJSONSource>(id)!.setData({
    type: 'FeatureCollection',
    features: places.map(({ x, y }) => {
      const { lon, lat } = placeAt(x, y)
      return { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lon, lat] } }
    }),
  })
}
