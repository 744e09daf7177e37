/** Stack: areas upon each other, and which of them a height falls into. */

/** Each column plus all that follow it, so that the first is drawn behind and reaches highest. */
export function stackedColumns(columns: readonly (readonly number[])[]): number[][] {
  const sums: number[][] = []
  for (const column of [...columns].reverse()) {
    const below = sums[0]
    sums.unshift(column.map((value, i) => value + (below?.[i] ?? 0)))
  }
  return sums
}

/** Index of the stacked column whose area contains `value` at a row; undefined outside all of them. */
export function bandAt(
  stacked: readonly (readonly number[])[],
  row: number,
  value: number,
): number | undefined {
  if (value < 0) return undefined
  const band = stacked.findLastIndex((column) => value <= (column[row] ?? 0))
  return band < 0 ? undefined : band
}
