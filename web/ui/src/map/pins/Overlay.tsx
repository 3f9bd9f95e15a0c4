import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { bounds, type MapPoint } from '../basemap'
import { type Frame, frameOf } from '../frame'
import { type Camera, pinPadding, unitsPerMetre, worldOf } from '../world'
import { Lit } from './lit'
import { type Mark, lookOf, marksOf, signOf, nearest, partingZoom, placesOf } from './marks'
import { PinCard } from './PinCard'
import { Pins } from './Pins'
import { type Reach, Rings } from '../rings/Rings'
import { AreaControl, type AreaSearch } from '../controls/AreaControl'
import { MapButtons } from '../controls/MapButtons'
import { MapNotes } from '../controls/MapNotes'
import { PlaceList } from './PlaceList'
import { useFitting } from './useFitting'
import './pins.css'

export interface OverlayProps {
  points: MapPoint[]
  selected?: string | undefined
  onSelect?: ((id: string) => void) | undefined
  /** What is picked for comparison. */
  picks?: readonly string[] | undefined
  /** What is lit here and in the list. */
  lit?: Lit | undefined
  /** One line of facts of a point, for its card. */
  factsOf?: ((id: string) => string) | undefined
  /** Keeps the list to what the map shows. */
  search?: AreaSearch | undefined
  /** How far the requirement reaches around places. */
  reaches?: readonly Reach[] | undefined
  /** Shows all points, until the reader moves the map. */
  fits?: boolean | undefined
}

// Pins just beyond the edge are drawn too, so that they are there when the map is dragged.
const margin = 80

/** Everything of the results that lies on a map, whatever draws the map: footprints, pins, rings and the card. */
export function Overlay({
  camera,
  points,
  selected,
  onSelect,
  picks,
  lit,
  factsOf,
  fits,
  search,
  reaches,
}: OverlayProps & { camera: Camera }) {
  const world = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(() => camera.view())
  const [open, setOpen] = useState<Mark>()
  const [own] = useState(() => new Lit())
  const light = lit ?? own
  useLayoutEffect(() => {
    const place = () => {
      const { x, y, scale, width, height } = camera.view()
      const style = world.current!.style
      style.setProperty('--scale', String(scale))
      style.transform = `translate(${width / 2 - x * scale}px, ${height / 2 - y * scale}px)`
    }
    place()
    return camera.onMove(({ settled }) => {
      place()
      if (settled) setView(camera.view())
    })
  }, [camera])
  // What is nearly there comes and goes with the end of the list, and moves the map only where nothing else is.
  const fitted = useMemo(
    () => (points.some(({ near }) => !near) ? points.filter(({ near }) => !near) : points),
    [points],
  )
  const fitAll = useFitting(camera, fits ? fitted : none, search?.area)
  useEffect(() => {
    const point = points.find(({ id }) => id === selected)
    if (point) camera.show(point)
    // The map follows a new selection, not each update of the points.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [camera, selected])
  const apart = useMemo(
    () => (points.some(({ across }) => across) ? 0 : Math.max(nearest, ...points.map(widthOf))),
    [points],
  )
  const marks = useMemo(() => marksOf(points, view.scale, apart), [points, view.scale, apart])
  useEffect(() => camera.keepClear?.(marks), [camera, marks])
  const near = useMemo(() => {
    const [halfWidth, halfHeight] = [view.width / 2 + margin, view.height / 2 + margin]
    return marks.filter(
      ({ x, y }) => Math.abs(x - view.x) * view.scale <= halfWidth && Math.abs(y - view.y) * view.scale <= halfHeight,
    )
  }, [marks, view])
  const press = (mark: Mark) => {
    if (mark.kind === 'pin') onSelect?.(mark.points[0]!.id)
    else {
      const zoom = mark.kind === 'place' ? undefined : partingZoom(mark, apart)
      const frame = frameOf(mark.points)
      if (zoom === undefined || !frame) setOpen(mark)
      else {
        // What was lit as one ring is many pins then.
        light.clear('map')
        camera.fit(frame, { padding: pinPadding, maxZoom: Math.max(16.5, zoom), byReader: true })
      }
    }
  }
  return (
    <div className="map-overlay" onClick={stop} onDoubleClick={stop}>
      <div ref={world} className="map-world" style={{ '--metre': metre } as React.CSSProperties}>
        {reaches && reaches.length > 0 && <Rings reaches={reaches} />}
        {search?.area && !search.follows && <AreaFrame area={search.area} />}
        <Footprints points={points} />
        <Pins marks={near} selected={selected} picks={picks ?? noIds} lit={light} onPress={press} />
        {!open && <PinCard marks={near} points={points} lit={light} view={view} factsOf={factsOf} />}
        {open && (
          <PlaceList
            mark={open}
            view={view}
            selected={selected}
            factsOf={factsOf}
            onSelect={(id) => {
              setOpen(undefined)
              onSelect?.(id)
            }}
            onClose={() => setOpen(undefined)}
          />
        )}
      </div>
      {search && (points.length > 0 || search.area) && <AreaControl camera={camera} search={search} />}
      <MapNotes view={view} />
      <MapButtons camera={camera} onFit={fits && points.length > 0 ? fitAll : undefined} />
    </div>
  )
}

// As wide as the style sheet makes a pin, and a gap.
const widthOf = (point: MapPoint) => 18 + 7.7 * (point.label.length + signOf(point).length)

/** What is pressed here is no press on the map below. */
const stop = (event: React.SyntheticEvent) => event.stopPropagation()

const metre = unitsPerMetre((bounds[1] + bounds[3]) / 2)
const none: MapPoint[] = []
const noIds: readonly string[] = []

/** The edge of the part of the map to which the list is kept. */
function AreaFrame({ area: [west, south, east, north] }: { area: Frame }) {
  const [from, to] = [worldOf({ lon: west, lat: north }), worldOf({ lon: east, lat: south })]
  const style = { '--x': from.x, '--y': from.y, '--across-to': to.x - from.x, '--down-to': to.y - from.y }
  return <div className="area-frame" style={style as React.CSSProperties} />
}

/** The buildings of the results, filled by the best score of each; squares of the usual size stand for outlines. */
const Footprints = memo(function Footprints({ points }: { points: MapPoint[] }) {
  return (
    <div aria-hidden="true">
      {[...placesOf(points)].map(([key, [best]]) => {
        const { x, y } = worldOf(best!)
        return (
          <i key={key} className={`footprint ${lookOf(best!)}`} style={{ '--x': x, '--y': y } as React.CSSProperties} />
        )
      })}
    </div>
  )
})
