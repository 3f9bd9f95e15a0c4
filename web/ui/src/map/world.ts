import { bounds } from './basemap'
import type { Frame } from './frame'

// MapLibre's zoom counts tiles of 512 pixels.
const circumference = 512 * 2 ** 14
const earthRadius = 6_371_008.8

const east = (lon: number) => (lon / 360) * circumference
const south = (lat: number) =>
  ((180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))) / 360) * circumference
const origin = { x: east(bounds[0]), y: south(bounds[3]) }

/**
 * Where a place lies in the plane of the map: pixels of Web Mercator at zoom 14, from the north-west corner of the base
 * map. Small numbers, so that single precision draws them to a fraction of a pixel at any zoom.
 */
export const worldOf = ({ lon, lat }: { lon: number; lat: number }) => ({
  x: east(lon) - origin.x,
  y: south(lat) - origin.y,
})

/** The place at a point of the plane. */
export function placeAt(x: number, y: number) {
  const degrees = 180 - ((y + origin.y) / circumference) * 360
  return {
    lon: ((x + origin.x) / circumference) * 360,
    lat: (Math.atan(Math.exp((degrees * Math.PI) / 180)) * 360) / Math.PI - 90,
  }
}

/** How many units of the plane one metre is at a latitude. */
export const unitsPerMetre = (lat: number) =>
  circumference / (2 * Math.PI * earthRadius * Math.cos((lat * Math.PI) / 180))

/** How many pixels one unit of the plane is. */
export const scaleOf = (zoom: number) => 2 ** (zoom - 14)
export const zoomOf = (scale: number) => 14 + Math.log2(scale)

export const mostZoom = 18
export const leastZoom = 11.5

/** What a map shows: the middle in the plane, the scale, and its size in pixels. */
export interface View {
  x: number
  y: number
  scale: number
  width: number
  height: number
}

export interface Move {
  /** It stands still again. */
  settled: boolean
  /** Moved by hand, not by the page. */
  byReader: boolean
}

/** Pixels that stay free at each edge. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

export const noPadding: Padding = { top: 0, right: 0, bottom: 0, left: 0 }

/** Pins stand above their places, the controls in the upper corners, the legend in a lower one. */
export const pinPadding: Padding = { top: 92, right: 56, bottom: 60, left: 56 }

export interface FitOptions {
  padding: Padding
  maxZoom: number
  byReader?: boolean
}

/** What the pins need of a map, whatever draws it. */
export interface Camera {
  view: () => View
  onMove: (listener: (move: Move) => void) => () => void
  fit: (frame: Frame, options: FitOptions) => void
  /** Moves as far as it must for the place to be seen. */
  show: (place: { lon: number; lat: number }) => void
  zoomBy: (steps: number) => void
  /** Moves the names of the map out of the way of pins. */
  keepClear?: (places: readonly { x: number; y: number }[]) => void
}

/** The part of the world that a view shows. */
export function frameShown({ x, y, scale, width, height }: View): Frame {
  const [halfWidth, halfHeight] = [width / 2 / scale, height / 2 / scale]
  const southWest = placeAt(x - halfWidth, y + halfHeight)
  const northEast = placeAt(x + halfWidth, y - halfHeight)
  return [southWest.lon, southWest.lat, northEast.lon, northEast.lat]
}

/** The view that holds a frame, as near as it fits. */
export function viewOf(
  frame: Frame,
  { width, height }: Pick<View, 'width' | 'height'>,
  { padding, maxZoom }: FitOptions,
): View {
  const [a, b] = [worldOf({ lon: frame[0], lat: frame[3] }), worldOf({ lon: frame[2], lat: frame[1] })]
  const across = Math.max(1, width - padding.left - padding.right)
  const down = Math.max(1, height - padding.top - padding.bottom)
  const nearest = Math.min(across / Math.max(1e-9, b.x - a.x), down / Math.max(1e-9, b.y - a.y))
  const scale = scaleOf(Math.max(leastZoom, Math.min(maxZoom, zoomOf(nearest))))
  return {
    x: (a.x + b.x) / 2 + (padding.right - padding.left) / 2 / scale,
    y: (a.y + b.y) / 2 + (padding.bottom - padding.top) / 2 / scale,
    scale,
    width,
    height,
  }
}
