/** Ties: values that differ only by rounding count as equal wherever equals must be treated alike. */

/** Two values are equal when they differ by at most this share of the terms that they were summed from. */
export const TIE = 1e-9

/** Whether two values are equal, given the larger sum of the absolute terms of either. */
export function isTie(a: number, b: number, terms: number): boolean {
  return Math.abs(a - b) <= TIE * terms
}

/** Index of the first of the largest values, all >= 0; -1 when there are none. */
export function firstLargest(values: ArrayLike<number>): number {
  let best = -1
  for (let i = 0; i < values.length; i++) {
    const [value, max] = [values[i], values[best]]
    if (best < 0 || (value > max && !isTie(value, max, value))) best = i
  }
  return best
}

/**
 * Sorts entries by worth (>= 0), largest first, and ties by number. An entry ties with the largest of its
 * run.
 */
export function sortByLargest<T>(
  entries: T[],
  worth: (entry: T) => number,
  number: (entry: T) => number,
): void {
  entries.sort((a, b) => worth(b) - worth(a) || number(a) - number(b))
  for (let from = 0; from < entries.length; ) {
    const max = worth(entries[from])
    let end = from + 1
    while (end < entries.length && isTie(worth(entries[end]), max, max)) end++
    const run = entries.slice(from, end).sort((a, b) => number(a) - number(b))
    for (const entry of run) entries[from++] = entry
  }
}
