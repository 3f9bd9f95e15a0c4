const atMost = 80

/** The longest round length (1, 2 or 5 and noughts) of at most 80 pixels. */
export function scaleLength(pixelsPerMetre: number) {
  const longest = atMost / pixelsPerMetre
  const power = 10 ** Math.floor(Math.log10(longest))
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest)!
  return { metres, pixels: metres * pixelsPerMetre }
}
