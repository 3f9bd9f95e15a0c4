import { Map as MapLibre, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords, type Words } from '../i18n/i18n'
import { colorOf, onTheme } from '../kit/theme/theme'
import { bounds } from './basemap'
import { type TileSource, useGround } from './ground'
import type { MapProps } from './MapView'
import { Overlay } from './pins/Overlay'
import { readArchives } from './tiles/archive'
import { keepClear } from './tiles/room'
import { labelsOf, mapStyle } from './tiles/mapStyle'
import { type Camera, leastZoom, mostZoom, scaleOf, worldOf } from './world'

setWorkerUrl(workerUrl)

/** The map once it is known what lies below the results; if that cannot be asked, it is the schematic one. */
export default function TileMap(props: MapProps & { onFailure: () => void }) {
  const { data, isPending } = useGround()
  const tiles = data?.tiles ?? undefined
  const [canRead, setCanRead] = useState(false)
  const isArchive = tiles?.archive === true
  useEffect(() => {
    if (isArchive) void readArchives().then(() => setCanRead(true), props.onFailure)
    // The reader of archives is loaded once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isArchive])
  return isPending || (isArchive && !canRead) ? <div className="map-canvas" /> : <DrawnMap {...props} tiles={tiles} />
}

function DrawnMap({
  tiles,
  onPick,
  picked,
  onFailure,
  ...overlay
}: MapProps & { tiles: TileSource | undefined; onFailure: () => void }) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<{ map: MapLibre; camera: Camera; host: HTMLElement }>()
  const map = shown?.map
  const latest = useRef({ onPick, onFailure })
  useEffect(() => {
    latest.current = { onPick, onFailure }
  })
  const language = words.language
  const first = useRef({ words, tiles })
  useEffect(() => {
    const made = open(box.current!, first.current, () => latest.current.onFailure())
    if (!made) return
    // The pins stand in the map's own box, so that dragging and zooming go on across them.
    const host = document.createElement('div')
    made.getCanvasContainer().append(host)
    made.once('load', () => setShown({ map: made, camera: cameraOf(made), host }))
    made.on('click', ({ lngLat }) => latest.current.onPick?.({ lat: lngLat.lat, lon: lngLat.lng }))
    return () => made.remove()
  }, [])
  useEffect(() => {
    if (map)
      for (const [layer, field] of labelsOf(map.getStyle(), language)) map.setLayoutProperty(layer, 'text-field', field)
  }, [map, language])
  useEffect(() => map && onTheme(() => repaint(map, tiles)), [map, tiles])
  useEffect(() => {
    if (!map || !picked) return
    const marker = new Marker({ color: colorOf('--danger') }).setLngLat([picked.lon, picked.lat]).addTo(map)
    return () => void marker.remove()
  }, [map, picked])
  return (
    <>
      <div ref={box} className="map-canvas" />
      {shown && createPortal(<Overlay {...overlay} camera={shown.camera} />, shown.host)}
    </>
  )
}

/** The colors of the theme now shown; what the map shows stays. */
function repaint(map: MapLibre, tiles: TileSource | undefined) {
  for (const layer of mapStyle(tiles, 'en').layers)
    for (const [property, value] of Object.entries(layer.paint ?? {}))
      map.setPaintProperty(layer.id, property as never, value as never)
}

const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180)

function cameraOf(map: MapLibre): Camera {
  return {
    view() {
      const { lng, lat } = map.getCenter()
      const { clientWidth, clientHeight } = map.getContainer()
      return { ...worldOf({ lon: lng, lat }), scale: scaleOf(map.getZoom()), width: clientWidth, height: clientHeight }
    },
    onMove(listener) {
      const move = (event: { originalEvent?: unknown; byReader?: boolean }) =>
        listener({ settled: false, byReader: Boolean(event.originalEvent ?? event.byReader) })
      const end = (event: { originalEvent?: unknown; byReader?: boolean }) =>
        listener({ settled: true, byReader: Boolean(event.originalEvent ?? event.byReader) })
      map.on('move', move)
      map.on('moveend', end)
      map.on('resize', end)
      return () => {
        map.off('move', move)
        map.off('moveend', end)
        map.off('resize', end)
      }
    },
    fit: (frame, { padding, maxZoom, byReader }) =>
      void map.fitBounds(frame, { padding, maxZoom, duration: duration() }, { byReader }),
    show({ lon, lat }) {
      if (!map.getBounds().contains([lon, lat])) map.panTo([lon, lat], { duration: duration() })
    },
    keepClear: (places) => keepClear(map, places),
    zoomBy: (steps) =>
      void map.zoomTo(Math.round((map.getZoom() + steps) * 2) / 2, { duration: duration() }, { byReader: true }),
  }
}

function open(
  container: HTMLElement,
  { words: { t, language }, tiles }: { words: Words; tiles: TileSource | undefined },
  failed: () => void,
) {
  try {
    const map = new MapLibre({
      container,
      style: mapStyle(tiles, language),
      bounds: [114.194, 22.301, 114.232, 22.338],
      minZoom: leastZoom,
      maxZoom: mostZoom,
      maxBounds: bounds,
      attributionControl: false,
      // The pins know of no turned or tilted map.
      dragRotate: false,
      touchPitch: false,
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      locale: {
        'Map.Title': t('map.label'),
        'CooperativeGesturesHandler.WindowsHelpText': t('map.ctrl'),
        'CooperativeGesturesHandler.MacHelpText': t('map.cmd'),
        'CooperativeGesturesHandler.MobileHelpText': t('map.twoFingers'),
      },
    })
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    return map
  } catch {
    failed()
    return undefined
  }
}
