/**
 * Measuring: processor time of this process, medians over interleaved rounds, memory after garbage
 * collection.
 */

/**
 * Processor time (user and system) of one call, in nanoseconds; garbage collection and compilation included.
 */
export function cpuNsOf(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) * 1_000
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** One of the programs that take turns. */
export interface Contestant {
  readonly name: string
  readonly work: () => void
}

/** Shorter work is repeated within a round until this much time has passed. */
const ROUND_NS = 60e6

/** One time in nanoseconds per round and contestant. */
export type Times = ReadonlyMap<string, readonly number[]>

/**
 * Times of every contestant, taken in turns so that a slow minute hits all alike. Short work is warmed up
 * first.
 */
export function takeTurns(
  contestants: readonly Contestant[],
  rounds: number,
  onRound: (round: number) => void,
): Times {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  const repeats = new Map<string, number>()
  for (const { name, work } of contestants) {
    const first = cpuNsOf(work)
    repeats.set(name, first > ROUND_NS * 5 ? 1 : Math.max(1, Math.ceil(ROUND_NS / cpuNsOf(work))))
  }
  for (let round = 0; round < rounds; round++) {
    onRound(round)
    for (const { name, work } of contestants) {
      const count = repeats.get(name) ?? 1
      const spent = cpuNsOf(() => {
        for (let i = 0; i < count; i++) work()
      })
      times.get(name)?.push(spent / count)
    }
  }
  return times
}

export function medianTime(times: Times, name: string): number {
  return medianOf(times.get(name) ?? [])
}

/** Median over the rounds of `name`'s time divided by `by`'s in the same round. */
export function ratioOf(times: Times, name: string, by: string): number {
  const divisors = times.get(by) ?? []
  return medianOf((times.get(name) ?? []).map((time, round) => time / (divisors[round] ?? Number.NaN)))
}

/** Bytes in use on the heap and in array buffers after a full collection. Needs `--expose-gc`. */
export function bytesInUse(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/**
 * Bytes that `count` calls allocate, from the growth of the heap over each call. A call during which memory
 * was collected counts as an average one.
 */
export function bytesAllocated(count: number, call: (i: number) => void): number {
  let grown = 0
  let counted = 0
  for (let i = 0; i < count; i++) {
    const before = process.memoryUsage()
    call(i)
    const after = process.memoryUsage()
    const growth = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
    if (growth < 0) continue
    grown += growth
    counted++
  }
  return (grown * count) / counted
}
