/** A circle in the plane of the map. */
export interface Circle {
  x: number
  y: number
  r: number
}

/** A part of a circle's edge, from one angle on to another greater one, in radians. */
export interface Arc {
  circle: Circle
  from: number
  to: number
}

const turn = 2 * Math.PI

/** The edge of everything that lies in at least one of the circles, as closed loops of arcs. */
export function outline(circles: readonly Circle[]): Arc[][] {
  const outer = circles.filter((circle, index) => !circles.some((other, at) => isInside(circle, other, at < index)))
  const arcs = outer.flatMap((circle) => freeArcs(circle, outer))
  const loops: Arc[][] = []
  const left = new Set(arcs)
  for (const first of arcs) {
    if (!left.delete(first)) continue
    const loop = [first]
    // Where an arc runs into another circle, that circle's own arc goes on.
    for (let last = first; last.to - last.from < turn;) {
      const [next, gap] = nearestStart(last, left)
      if (!next || gap > distance(endOf(last), startOf(first))) break
      left.delete(next)
      loop.push(next)
      last = next
    }
    loops.push(loop)
  }
  return loops
}

/** Loops as the path of an SVG. */
export const pathOf = (loops: readonly Arc[][]) =>
  loops.map((loop) => `M${written(startOf(loop[0]!))}${loop.flatMap(drawn).join('')}Z`).join('')

function drawn(arc: Arc) {
  const { circle, from, to } = arc
  // The ends of a whole circle are one point, which would draw nothing.
  const middle = (from + to) / 2
  return [middle, to].map((angle) => `A${circle.r} ${circle.r} 0 0 1 ${written(on(circle, angle))}`)
}

const written = ([x, y]: readonly [number, number]) => `${x.toFixed(4)} ${y.toFixed(4)}`
export const on = ({ x, y, r }: Circle, angle: number) => [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const
const startOf = ({ circle, from }: Arc) => on(circle, from)
const endOf = ({ circle, to }: Arc) => on(circle, to)
const distance = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1])

function nearestStart(last: Arc, left: Iterable<Arc>) {
  let found: Arc | undefined
  let least = Infinity
  for (const arc of left) {
    const gap = distance(endOf(last), startOf(arc))
    if (gap < least) [found, least] = [arc, gap]
  }
  return [found, least] as const
}

/** Of two equal circles the earlier one holds the other. */
function isInside(circle: Circle, other: Circle, isEarlier: boolean) {
  if (circle === other) return false
  const apart = Math.hypot(circle.x - other.x, circle.y - other.y)
  if (apart === 0 && circle.r === other.r) return isEarlier
  return apart + circle.r <= other.r
}

/** What of a circle's edge lies in no other circle. */
function freeArcs(circle: Circle, circles: readonly Circle[]): Arc[] {
  const covered = circles.flatMap((other) => coveredBy(circle, other)).sort((a, b) => a[0] - b[0])
  if (covered.length === 0) return [{ circle, from: 0, to: turn }]
  const arcs: Arc[] = []
  // The last ones may reach round to the beginning.
  let reached = Math.max(...covered.map(([, to]) => to - turn), covered[0]![0])
  for (const [from, to] of covered) {
    if (from > reached) arcs.push({ circle, from: reached, to: from })
    reached = Math.max(reached, to)
  }
  if (covered[0]![0] + turn > reached) arcs.push({ circle, from: reached, to: covered[0]![0] + turn })
  return arcs
}

function coveredBy(circle: Circle, other: Circle): [number, number][] {
  const [across, down] = [other.x - circle.x, other.y - circle.y]
  const apart = Math.hypot(across, down)
  if (other === circle || apart >= circle.r + other.r || apart + other.r <= circle.r) return []
  const half = Math.acos((apart ** 2 + circle.r ** 2 - other.r ** 2) / (2 * apart * circle.r))
  const from = (((Math.atan2(down, across) - half) % turn) + turn) % turn
  return [[from, from + 2 * half]]
}
