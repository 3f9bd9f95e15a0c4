/** A share of 0 to 1 as a length of its container. */
export const percent = (share: number) => `${100 * share}%`
