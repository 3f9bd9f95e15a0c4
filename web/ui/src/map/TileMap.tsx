import {
  type GeoJSONSource,
  type GeoJSONSourceSpecification,
  type IControl,
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
import { frameOf, placesKey } from './frame'
import { mapStyle, namedLayers } from './mapStyle'
import type { MapProps } from './MapView'

setWorkerUrl(workerUrl)

export default function TileMap({
  points,
  selected,
  onSelect,
  onPick,
  picked,
  fits = false,
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
  useFitting(map, fits ? points : none)
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

const none: MapPoint[] = []

/** Shows all results, and each other set of them, until the reader moves the map; a button does it then. */
function useFitting(map: MapLibre | undefined, points: MapPoint[]) {
  const { t } = useWords()
  const moved = useRef(false)
  const latest = useRef(points)
  const key = placesKey(points)
  useEffect(() => {
    latest.current = points
  })
  useEffect(() => {
    if (!map) return
    const move = (event: { originalEvent?: unknown }) => {
      if (event.originalEvent) moved.current = true
    }
    map.on('movestart', move)
    return () => void map.off('movestart', move)
  }, [map])
  const label = t('map.fit')
  const has = points.length > 0
  useEffect(() => {
    if (!map || !has) return
    const control = new FitControl(label, () => {
      moved.current = false
      fit(map, latest.current)
    })
    map.addControl(control, 'top-right')
    return () => void map.removeControl(control)
  }, [map, has, label])
  useEffect(() => {
    if (map && !moved.current) fit(map, latest.current)
  }, [map, key])
}

function fit(map: MapLibre, points: MapPoint[]) {
  const frame = frameOf(points)
  if (frame) map.fitBounds(frame, { padding: 56, maxZoom: 15.5, duration: reducedMotion() ? 0 : 180 })
}

class FitControl implements IControl {
  private readonly box = document.createElement('div')

  constructor(label: string, act: () => void) {
    this.box.className = 'maplibregl-ctrl maplibregl-ctrl-group'
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'map-fit'
    button.ariaLabel = label
    button.title = label
    button.addEventListener('click', act)
    this.box.append(button)
  }

  onAdd = () => this.box
  onRemove = () => this.box.remove()
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
