import {
  type GeoJSONSource,
  type GeoJSONSourceSpecification,
  Map as MapLibre,
  Marker,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { useWords, type Words } from '../i18n/i18n'
import { colorOf, onTheme } from '../kit/theme/theme'
import { bounds, type MapPoint, nameField } from './basemap'
import { mapStyle, namedLayers } from './mapStyle'
import type { MapProps } from './MapView'

setWorkerUrl(workerUrl)

export default function TileMap({
  points,
  selected,
  onSelect,
  onPick,
  picked,
  onFailure,
}: MapProps & { onFailure: () => void }) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre>()
  const latest = useRef({ onSelect, onPick, onFailure })
  useEffect(() => {
    latest.current = { onSelect, onPick, onFailure }
  })
  const language = words.language
  const firstWords = useRef(words)
  useEffect(() => {
    const made = open(box.current!, firstWords.current, () => latest.current.onFailure())
    if (!made) return
    made.once('load', () => setMap(made))
    made.on('click', 'places', (event) => latest.current.onSelect?.(String(event.features?.[0]?.properties.id)))
    made.on('click', ({ lngLat }) => latest.current.onPick?.({ lat: lngLat.lat, lon: lngLat.lng }))
    made.on('mouseenter', 'places', () => (made.getCanvas().style.cursor = 'pointer'))
    made.on('mouseleave', 'places', () => (made.getCanvas().style.cursor = ''))
    return () => made.remove()
  }, [])
  useEffect(() => {
    map?.getSource<GeoJSONSource>('places')?.setData(collection(points))
  }, [map, points])
  useEffect(() => {
    for (const layer of namedLayers) map?.setLayoutProperty(layer, 'text-field', ['get', nameField(language)])
  }, [map, language])
  useEffect(() => map && onTheme(() => repaint(map)), [map])
  useEffect(() => {
    if (!map) return
    map.setFilter('selected', ['==', ['get', 'id'], selected ?? ''])
    const point = points.find(({ id }) => id === selected)
    if (point && !map.getBounds().contains([point.lon, point.lat]))
      map.panTo([point.lon, point.lat], { animate: !reducedMotion() })
    // The map follows a new selection, not each update of the points.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, selected])
  useEffect(() => {
    if (!map || !picked) return
    const marker = new Marker({ color: colorOf('--danger') }).setLngLat([picked.lon, picked.lat]).addTo(map)
    return () => void marker.remove()
  }, [map, picked])
  return <div ref={box} className="map-canvas" />
}

/** The colors of the theme now shown; what the map shows stays. */
function repaint(map: MapLibre) {
  for (const layer of mapStyle().layers)
    for (const [property, value] of Object.entries(layer.paint ?? {}))
      map.setPaintProperty(layer.id, property as never, value as never)
}

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches

function open(container: HTMLElement, { t }: Words, failed: () => void) {
  try {
    const map = new MapLibre({
      container,
      style: mapStyle(),
      bounds: [114.194, 22.301, 114.232, 22.338],
      minZoom: 11.5,
      maxZoom: 18,
      maxBounds: bounds,
      attributionControl: false,
      dragRotate: false,
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      locale: {
        'NavigationControl.ZoomIn': t('map.zoomIn'),
        'NavigationControl.ZoomOut': t('map.zoomOut'),
        'Map.Title': t('map.label'),
        'CooperativeGesturesHandler.WindowsHelpText': t('map.ctrl'),
        'CooperativeGesturesHandler.MacHelpText': t('map.cmd'),
        'CooperativeGesturesHandler.MobileHelpText': t('map.twoFingers'),
      },
    })
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    return map
  } catch {
    failed()
    return undefined
  }
}

function collection(points: MapPoint[]): Exclude<GeoJSONSourceSpecification['data'], string> {
  return {
    type: 'FeatureCollection',
    features: points.map(({ lon, lat, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}
