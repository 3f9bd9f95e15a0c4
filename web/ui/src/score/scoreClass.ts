/** The five classes of the scale: below 40, 40, 55, 70, 85 and above; the number always stands beside the colour. */
export const classStarts = [0, 40, 55, 70, 85] as const

export const classOf = (score: number) => classStarts.filter((start) => score >= start).length || 1
