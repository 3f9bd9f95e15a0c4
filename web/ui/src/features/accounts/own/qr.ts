/** The dark squares of a QR code as one path: rows of 0 and 1, each run of 1 a rectangle. */
export const qrPath = (rows: string[]) =>
  rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('')
