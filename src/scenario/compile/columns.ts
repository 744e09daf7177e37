/** Columns: the values of entries as typed arrays, one array for each kind of value. */

type Numbers = Float64Array | Int32Array | Uint8Array

/** How a column is filled: with `width` numbers of each entry, side by side. */
interface Column<E, A extends Numbers> {
  readonly width: number
  readonly of: (entry: E, k: number) => number
  readonly empty: (length: number) => A
}

type Columns<E> = Readonly<Record<string, Column<E, Numbers>>>
/** The arrays of columns, by name. */
type Table<C> = { [K in keyof C]: C[K] extends Column<never, infer A> ? A : never }

export function floats<E>(of: (entry: E, k: number) => number, width = 1): Column<E, Float64Array> {
  return { width, of, empty: (length) => new Float64Array(length) }
}

export function integers<E>(of: (entry: E, k: number) => number, width = 1): Column<E, Int32Array> {
  return { width, of, empty: (length) => new Int32Array(length) }
}

/** Columns of 1 where something holds and 0 where it does not. */
export function flags<E>(holds: (entry: E, k: number) => boolean, width = 1): Column<E, Uint8Array> {
  return { width, of: (entry, k) => (holds(entry, k) ? 1 : 0), empty: (length) => new Uint8Array(length) }
}

/** Columns that only copy the number of the same name of each entry. */
export function copied<const N extends string>(...names: readonly N[]) {
  const columns = names.map((name) => [name, floats((entry: Readonly<Record<N, number>>) => entry[name])])
  return Object.fromEntries(columns) as Record<N, Column<Readonly<Record<N, number>>, Float64Array>>
}

/** The table of some entries, row by row. */
export function tableOf<E, C extends Columns<E>>(columns: C & Columns<E>, entries: readonly E[]): Table<C> {
  const filled = Object.entries(columns).map(([name, { width, of, empty }]) => {
    const column = empty(entries.length * width)
    for (const [row, entry] of entries.entries())
      for (let k = 0; k < width; k++) column[row * width + k] = of(entry, k)
    return [name, column]
  })
  return Object.fromEntries(filled) as Table<C>
}

/** The columns that some rows, written anew, make others than those of the former table. */
export function columnsAfter<E, C extends Columns<E>>(
  columns: C & Columns<E>,
  former: Table<C>,
  rows: readonly (readonly [row: number, entry: E])[],
): Partial<Table<C>> {
  const changed = Object.entries(columns).flatMap(([name, { width, of }]) => {
    const before: Numbers = former[name as keyof C]
    let after = before
    for (const [row, entry] of rows)
      for (let k = 0; k < width; k++) {
        const [at, value] = [row * width + k, of(entry, k)]
        if (after[at] === value) continue
        if (after === before) after = before.slice()
        after[at] = value
      }
    return after === before ? [] : [[name, after] as const]
  })
  return Object.fromEntries(changed) as Partial<Table<C>>
}
