import type { Frame } from './frame'
import {
  type Camera,
  type FitOptions,
  leastZoom,
  mostZoom,
  type Move,
  noPadding,
  scaleOf,
  type View,
  viewOf,
  worldOf,
  zoomOf,
} from './world'

const start: Frame = [114.194, 22.301, 114.232, 22.338]

/** Where the drawn map is looked at, without animation. */
export class SvgCamera implements Camera {
  private shown: View
  private readonly listeners = new Set<(move: Move) => void>()

  constructor(width: number, height: number) {
    this.shown = viewOf(start, { width, height }, { padding: noPadding, maxZoom: mostZoom })
  }

  view = () => this.shown

  onMove = (listener: (move: Move) => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  fit = (frame: Frame, options: FitOptions) =>
    this.go(viewOf(frame, this.shown, options), { settled: true, byReader: options.byReader ?? false })

  show = (place: { lon: number; lat: number }) => {
    const { x, y } = worldOf(place)
    const { scale, width, height } = this.shown
    if (Math.abs(x - this.shown.x) * scale > width / 2 || Math.abs(y - this.shown.y) * scale > height / 2)
      this.go({ ...this.shown, x, y }, { settled: true, byReader: false })
  }

  zoomBy = (steps: number) => {
    const zoom = Math.max(leastZoom, Math.min(mostZoom, zoomOf(this.shown.scale) + steps))
    this.go({ ...this.shown, scale: scaleOf(zoom) }, { settled: true, byReader: true })
  }

  /** Follows the pointer by so many pixels. */
  moveBy(across: number, down: number) {
    const { x, y, scale } = this.shown
    this.go({ ...this.shown, x: x + across / scale, y: y + down / scale }, { settled: false, byReader: true })
  }

  settle() {
    this.go(this.shown, { settled: true, byReader: true })
  }

  resize(width: number, height: number) {
    this.go({ ...this.shown, width, height }, { settled: true, byReader: false })
  }

  private go(view: View, move: Move) {
    this.shown = view
    for (const listener of this.listeners) listener(move)
  }
}
