const drawEvery = 100

/** Draws the first news after a quiet time at once, and later news together every 100 ms. */
export class Pacer {
  private readonly draw: () => void
  private timer: ReturnType<typeof setTimeout> | undefined
  private dirty = false
  private drawn = false
  private paused = false

  constructor(draw: () => void) {
    this.draw = draw
  }

  soon() {
    this.dirty = true
    if (this.paused || this.timer) return
    this.now()
    this.timer = setTimeout(() => {
      this.timer = undefined
      if (this.dirty) this.soon()
    }, drawEvery)
  }

  /** While paused, only the very first drawing happens. */
  now() {
    this.dirty = this.paused && this.drawn
    if (this.dirty) return
    this.drawn = true
    this.draw()
  }

  setPaused(paused: boolean) {
    this.paused = paused
    if (!paused && this.dirty) this.soon()
  }

  stop() {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}
