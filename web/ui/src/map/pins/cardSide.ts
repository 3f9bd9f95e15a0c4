import type { View } from '../world'

/** Where something so high beside a pin has room: above it, or else below; kept off the sides. */
export function sideOf({ x, y }: { x: number; y: number }, view: View, height = 110) {
  const [left, top] = [view.width / 2 + (x - view.x) * view.scale, view.height / 2 + (y - view.y) * view.scale]
  const across = left < 130 ? 'start' : left > view.width - 130 ? 'end' : 'middle'
  // A pin stands above its place.
  const above = top - 40
  return `${above < height && above < view.height - top ? 'below' : 'above'} ${across}`
}
