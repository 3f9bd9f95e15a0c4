import type { View } from '../world'

/** Where a card beside a pin has room: above it, or below it near the upper edge; kept off the sides. */
export function sideOf({ x, y }: { x: number; y: number }, view: View) {
  const [left, top] = [view.width / 2 + (x - view.x) * view.scale, view.height / 2 + (y - view.y) * view.scale]
  const across = left < 130 ? 'start' : left > view.width - 130 ? 'end' : 'middle'
  return `${top < 150 ? 'below' : 'above'} ${across}`
}
