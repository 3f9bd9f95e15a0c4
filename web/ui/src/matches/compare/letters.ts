/** What a column is called on the map of a comparison. */
export const letterOf = (index: number) => String.fromCharCode(65 + index)
