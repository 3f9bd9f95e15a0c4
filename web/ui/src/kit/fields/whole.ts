/** Whole dollars from what was typed; undefined: nothing, or no number. */
export function wholeOf(typed: string) {
  const digits = typed.replaceAll(/[,\s$]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}
