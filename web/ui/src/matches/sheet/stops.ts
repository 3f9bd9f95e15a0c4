/** How much of a sheet is drawn up: its head, most of the screen, all of it. */
export const stops = ['low', 'half', 'full'] as const

export type Stop = (typeof stops)[number]

/** The height of the head alone, in pixels. */
const low = 96
const half = 0.6

export const heightOf = (stop: Stop, room: number) =>
  stop === 'low' ? Math.min(low, room) : stop === 'half' ? Math.round(room * half) : room

/** Where a sheet comes to rest that is let go at a height. */
export function nearestStop(height: number, room: number): Stop {
  let found: Stop = 'low'
  for (const stop of stops)
    if (Math.abs(heightOf(stop, room) - height) < Math.abs(heightOf(found, room) - height)) found = stop
  return found
}

/** The next one up or down; at an end it stays. */
export const stepped = (stop: Stop, steps: number) =>
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(stop) + steps))]!

/** What a press does: it draws up what is down, and puts down what is up. */
export const pressed = (stop: Stop): Stop => (stop === 'full' ? 'low' : stepped(stop, 1))
